using System.Net.Sockets;

namespace Edge.Demo.Stacks;

/// <summary>Takes clients in, one after the other, and goes on where the system could not give one: descriptors that lack today are there when somebody has left.</summary>
/// <param name="accept">Takes in one.</param>
/// <param name="clock">Measures the pause after one that could not be taken in.</param>
/// <param name="log">Told once that one could not, and why.</param>
public sealed class ClientIntake(Func<CancellationToken, ValueTask<Socket>> accept, TimeProvider clock, TextWriter log)
{
    /// <summary>Until the next try, unless a client leaves before: what lacks may be another program's.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile TaskCompletionSource _left = new();
    private bool _hasTold;

    /// <summary>The next client.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Socket> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = _left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                return await accept(cancellationToken);
            }
            catch (SocketException why) when (!cancellationToken.IsCancellationRequested)
            {
                if (!_hasTold)
                    await log.WriteLineAsync($"a client could not be taken in: {why.Message}; it is tried again, and not said again");
                _hasTold = true;
            }

            await Task.WhenAny(left.Task, Task.Delay(Pause, clock, cancellationToken));
        }
    }

    /// <summary>A client has left: there may be room again.</summary>
    public void Left() => _left.TrySetResult();
}
