using System.Collections.Concurrent;
using System.Text;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Ledger.Mqtt.Tests.Sessions;

public sealed class MqttSessionTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _received = [];
    private readonly CancellationTokenSource _end = new();
    private MosquittoBroker? _broker;
    private MqttSession? _session;
    private Task _running = Task.CompletedTask;

    private MosquittoBroker Broker => _broker!;

    private MqttSession Session => _session!;

    public async Task InitializeAsync()
    {
        _broker = await MosquittoBroker.StartAsync();
        _session = new MqttSession(
            MqttStack.CreateConnector(TimeProvider.System),
            new MqttEndpoint { Host = Broker.Host, Port = Broker.Port },
            new MqttSessionOptions { Filters = ["t"], BackOff = new BackOff { First = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromMilliseconds(200) } },
            TimeProvider.System,
            NullLogger.Instance);
        _running = Session.RunAsync(
            (message, _) =>
            {
                var text = Encoding.UTF8.GetString(message.Payload.Span);
                _received.Enqueue(text);
                return text == "bad" ? throw new InvalidDataException("cannot handle this") : ValueTask.CompletedTask;
            },
            _end.Token);
        await Eventually.True(() => Session.State.IsConnected);
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        Assert.False(Session.State.IsConnected);
        await Broker.DisposeAsync();
    }

    private Task<PublishResult> PublishAsync(string text) => Session.PublishAsync("t", Encoding.UTF8.GetBytes(text), retain: false, default);

    [Fact]
    public async Task Connects_and_subscribes_again_when_the_broker_comes_back()
    {
        await Broker.KillAsync();
        await Eventually.True(() => !Session.State.IsConnected);
        Assert.NotNull(Session.State.Problem);
        await Assert.ThrowsAsync<MqttLinkException>(() => PublishAsync("lost"));

        await Broker.StartAgainAsync();
        await Eventually.True(() => Session.State.IsConnected);
        await PublishAsync("after");

        await Eventually.True(() => _received.Contains("after"));
        Assert.DoesNotContain("lost", _received);
    }

    [Fact]
    public async Task Goes_on_after_a_message_that_cannot_be_handled()
    {
        await PublishAsync("bad");
        await PublishAsync("good");
        await Eventually.True(() => _received.Contains("good"));
        Assert.True(Session.State.IsConnected);
    }
}
