using System.Net.Sockets;
using Edge.Demo.Stacks;
using Edge.Testing;

namespace Edge.Integration.Tests.Stacks;

/// <summary>The embedded broker's way in, where the system has no descriptor for a client.</summary>
public sealed class ClientIntakeTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();
    private readonly StringWriter _log = new();
    private readonly Socket _client = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly ClientIntake _intake;
    private int _shortages;
    private int _tries;

    public ClientIntakeTests() => _intake = new ClientIntake(Accept, _clock, _log);

    public void Dispose()
    {
        _client.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task It_waits_tries_again_and_says_once_why_no_client_was_taken_in()
    {
        _shortages = 3;
        var start = _clock.GetTimestamp();
        var next = _intake.NextAsync(default);

        await Eventually.True(() =>
        {
            if (!next.IsCompleted) _clock.Advance(ClientIntake.Pause / 4);
            return next.IsCompleted;
        });

        Assert.Same(_client, await next);
        Assert.Equal(4, _tries);
        Assert.True(_clock.GetElapsedTime(start) >= 3 * ClientIntake.Pause);
        Assert.Single($"{_log}".Split('\n', StringSplitOptions.RemoveEmptyEntries), l => l.Contains("Too many open files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_tries_again_at_once_when_a_client_leaves()
    {
        _shortages = 1;
        var next = _intake.NextAsync(default);

        _intake.Left();

        Assert.Same(_client, await next.WaitAsync(Limit));
    }

    [Fact]
    public async Task It_ends_while_it_waits()
    {
        _shortages = 1;
        using var end = new CancellationTokenSource();
        var next = _intake.NextAsync(end.Token);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Limit));
    }

    private ValueTask<Socket> Accept(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ++_tries > _shortages ? new(_client) : throw new SocketException((int)SocketError.TooManyOpenSockets);
    }
}
