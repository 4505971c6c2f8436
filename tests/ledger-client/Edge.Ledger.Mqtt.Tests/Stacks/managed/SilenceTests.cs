using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Tests.Links;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Stacks;

/// <summary>How long a link is silent, and a broker may be, by a clock that is set by hand.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider _clock = new();

    private Task<IMqttLink> ConnectAsync(LoopbackServer broker) =>
        MqttStack.CreateConnector(_clock).ConnectAsync(new MqttEndpoint { Host = "127.0.0.1", Port = broker.Port, Version = MqttVersion.V5, KeepAlive = TimeSpan.FromSeconds(8) }, default);

    [Theory]
    [InlineData("no other", "", 7.9)]
    [InlineData("a shorter one", "130004", 3.9)]
    [InlineData("a longer one", "13FFFF", 7.9)]
    public async Task Pings_before_the_silence_that_was_agreed_is_over(string wanted, string limits, double seconds)
    {
        await using var broker = new LyingBroker(limits: Convert.FromHexString(limits));
        await using var link = await ConnectAsync(broker);

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        await Eventually.True(() => broker.Received is [0xC0, ..], words: $"a ping where the broker wants {wanted}");
    }

    [Fact]
    public async Task Ends_when_the_broker_does_not_answer_a_ping()
    {
        await using var broker = new StrictBroker();
        await using var link = await ConnectAsync(broker);
        var start = _clock.GetTimestamp();

        await Eventually.True(() =>
        {
            if (!link.Closed.IsCompleted) _clock.Advance(TimeSpan.FromSeconds(0.5));
            return link.Closed.IsCompleted;
        });

        Assert.Contains("was silent for 12 s", (await link.Closed).Reason, StringComparison.Ordinal);
        Assert.True(_clock.GetElapsedTime(start) >= TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Waits_for_a_broker_that_takes_a_long_packet_slowly_and_says_nothing_meanwhile()
    {
        const int length = 1 << 20, step = 1 << 16;
        await using var broker = new SlowBroker();
        await using var link = await ConnectAsync(broker);
        var sent = link.SendAsync("t", new byte[length], default);

        for (var taken = 0; taken < length; taken += step)
        {
            await broker.TakeAsync(step).WaitAsync(Limit);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        await sent.WaitAsync(Limit);
        Assert.False(link.Closed.IsCompleted);
    }
}
