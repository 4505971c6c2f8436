using System.Net.Sockets;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>Accepts connections and never says a word.</summary>
public sealed class MuteServer : LoopbackServer
{
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Accepted => _accepted.Task;

    protected override Task ServeAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        _accepted.TrySetResult();
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
