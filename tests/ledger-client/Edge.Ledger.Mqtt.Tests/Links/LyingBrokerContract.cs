using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>What every implementation of the MQTT port must do with a broker that has limits, errs or lies.</summary>
public abstract class LyingBrokerContract
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    protected abstract IMqttConnector Connector { get; }

    private Task<IMqttLink> ConnectAsync(LoopbackServer broker) =>
        Connector.ConnectAsync(new MqttEndpoint { Host = "127.0.0.1", Port = broker.Port, Version = MqttVersion.V5, KeepAlive = TimeSpan.FromSeconds(5) }, default);

    [Fact]
    public async Task Keeps_what_is_larger_than_the_broker_takes()
    {
        await using var broker = new LyingBroker(limits: [0x27, 0, 0, 0, 100], answer: (h, b) => h == 0x32 ? LyingBroker.PubAck(LyingBroker.Number(h, b)) : []);
        await using var link = await ConnectAsync(broker);

        Assert.False((await Assert.ThrowsAsync<MqttLinkException>(() => link.PublishAsync("t", new byte[93], retain: false, default))).IsTransient);
        Assert.False((await Assert.ThrowsAsync<MqttLinkException>(() => link.SendAsync("t", new byte[1000], default))).IsTransient);

        Assert.True((await link.PublishAsync("t", new byte[92], retain: false, default).WaitAsync(Limit)).Accepted);
        Assert.Equal([0x32], broker.Received);
        Assert.False(link.Closed.IsCompleted);
    }

    [Fact]
    public async Task Keeps_what_the_broker_would_have_to_acknowledge_and_does_not()
    {
        await using var broker = new LyingBroker(limits: [0x24, 0], answer: (h, b) => h == 0x82 ? LyingBroker.SubAck(b, 0) : []);
        await using var link = await ConnectAsync(broker);

        Assert.False((await Assert.ThrowsAsync<MqttLinkException>(() => link.PublishAsync("t", new byte[1], retain: false, default).WaitAsync(Limit))).IsTransient);

        await link.SendAsync("t", new byte[1], default).WaitAsync(Limit);
        await link.SubscribeAsync("fence", default).WaitAsync(Limit);
        Assert.Equal([0x30, 0x82], broker.Received);
        Assert.False(link.Closed.IsCompleted);
    }

    [Fact]
    public async Task Does_not_ask_a_broker_to_retain_that_does_not()
    {
        await using var broker = new LyingBroker(limits: [0x25, 0], answer: (h, b) => LyingBroker.PubAck(LyingBroker.Number(h, b)));
        await using var link = await ConnectAsync(broker);
        Assert.True((await link.PublishAsync("t", new byte[1], retain: true, default).WaitAsync(Limit)).Accepted);
        Assert.Equal([0x32], broker.Received);
    }

    [Theory]
    [InlineData("210000")]
    [InlineData("130009210000")]
    [InlineData("2700000000")]
    [InlineData("1F00016126000161000162210000")]
    public async Task Does_not_go_on_with_a_broker_that_takes_nothing(string limits)
    {
        await using var broker = new LyingBroker(limits: Convert.FromHexString(limits));
        await Assert.ThrowsAsync<MqttLinkException>(() => ConnectAsync(broker).WaitAsync(Limit));
    }

    [Fact]
    public async Task Does_not_go_on_with_a_session_that_it_did_not_ask_for()
    {
        await using var broker = new LyingBroker(remembers: true);
        Assert.Contains("a session that this client does not have", (await Assert.ThrowsAsync<MqttLinkException>(() => ConnectAsync(broker).WaitAsync(Limit))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_answer_to_a_publication_for_one_to_a_subscription()
    {
        await using var broker = new LyingBroker(answer: (h, b) => h == 0x82 ? [.. LyingBroker.PubAck(b), .. LyingBroker.SubAck(b, 0x87)] : []);
        await using var link = await ConnectAsync(broker);
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => link.SubscribeAsync("t", default).WaitAsync(Limit));
        Assert.Contains("not authorised", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_answer_to_a_subscription_for_one_to_a_publication()
    {
        await using var broker = new LyingBroker(limits: [0x21, 0, 3], answer: (h, b) => LyingBroker.Number(h, b) is var n ? [.. LyingBroker.SubAck(n, 1), .. LyingBroker.PubAck(n, 0x10)] : []);
        await using var link = await ConnectAsync(broker);
        for (var i = 0; i < 5; i++) Assert.True((await link.PublishAsync("t", new byte[1], retain: false, default).WaitAsync(Limit)).NobodySubscribed);
    }

    [Theory]
    [InlineData("no topic", "300400000001")]
    [InlineData("an alias that was never given", "300700000323000141")]
    [InlineData("QoS 3", "360700014100010001")]
    [InlineData("no UTF-8", "30060002C3280001")]
    [InlineData("a character of zero", "3006000241000001")]
    [InlineData("longer than the packet", "3004FFFF4100")]
    [InlineData("a filter", "30050001230001")]
    [InlineData("a number of zero", "320700014100000041")]
    [InlineData("a filter of a level", "30070003612F2B0001")]
    public async Task Passes_on_nothing_that_is_no_publication(string why, string packet)
    {
        await using var broker = new LyingBroker(greeting: Convert.FromHexString(packet));
        await using var link = await ConnectAsync(broker);
        var closed = await link.Closed.WaitAsync(Limit);
        Assert.False(closed.ByUs, why);
        Assert.False(link.Incoming.TryRead(out _));
    }

    [Fact]
    public async Task Ends_when_the_broker_talks_and_takes_nothing()
    {
        await using var broker = new DeafBroker(TimeProvider.System);
        await using var link = await ConnectAsync(broker);
        var sent = Enumerable.Range(0, 20).Select(_ => link.SendAsync("t", new byte[1 << 20], default)).ToArray();

        Assert.False((await link.Closed.WaitAsync(TimeSpan.FromSeconds(30))).ByUs);
        Assert.True((await Assert.ThrowsAsync<MqttLinkException>(() => Task.WhenAll(sent).WaitAsync(Limit))).IsTransient);
    }
}
