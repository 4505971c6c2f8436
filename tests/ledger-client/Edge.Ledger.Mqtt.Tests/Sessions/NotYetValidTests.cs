using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Mqtt.Tests.Links;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Ledger.Mqtt.Tests.Sessions;

/// <summary>A gateway that starts in the past finds the broker's certificate not yet valid. Here it is the certificate that lies in the future.</summary>
public sealed class NotYetValidTests
{
    [Fact]
    public async Task A_session_refuses_a_certificate_that_is_not_yet_valid_and_connects_when_its_time_has_come()
    {
        using var folder = new TemporaryDirectory();
        using var authority = new TestAuthority(folder.Path, "authority");
        await using var broker = await MosquittoBroker.StartAsync(_ =>
        {
            var (certificate, key) = authority.Issue("broker", 1, TimeSpan.FromSeconds(4));
            return [$"certfile {certificate}", $"keyfile {key}"];
        });
        var endpoint = new MqttEndpoint { Host = broker.Host, Port = broker.Port, Tls = new MqttTls { AuthorityFile = authority.AuthorityFile } };
        var session = new MqttSession(
            MqttStack.CreateConnector(TimeProvider.System), endpoint,
            new MqttSessionOptions { Filters = ["edge/v1/blocks"], BackOff = new BackOff { First = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromMilliseconds(500) } },
            TimeProvider.System, NullLogger.Instance);
        using var end = new CancellationTokenSource();
        var run = session.RunAsync((_, _) => ValueTask.CompletedTask, end.Token);

        await Eventually.True(() => session.State.Problem is not null);
        Assert.False(session.State.IsConnected);
        Assert.Contains("certificate", session.State.Problem, StringComparison.OrdinalIgnoreCase);
        await Eventually.True(() => session.State.IsConnected);

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
