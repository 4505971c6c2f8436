using System.Text;
using Edge.Ledger.Mqtt.Links;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>What every implementation of the MQTT port must do, against a real broker.</summary>
public abstract class MqttLinkContract : IAsyncLifetime
{
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private MosquittoBroker? _broker;

    protected MosquittoBroker Broker => _broker!;

    protected abstract IMqttConnector Connector { get; }

    public async Task InitializeAsync() => _broker = await MosquittoBroker.StartAsync();

    public async Task DisposeAsync() => await Broker.DisposeAsync();

    protected MqttEndpoint Endpoint => new() { Host = Broker.Host, Port = Broker.Port };

    protected Task<IMqttLink> ConnectAsync(MqttVersion version = MqttVersion.Newest) => Connector.ConnectAsync(Endpoint with { Version = version }, default);

    protected static async Task<MqttMessage> NextAsync(IMqttLink link) => await link.Incoming.ReadAsync().AsTask().WaitAsync(Limit);

    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task Delivers_every_message_once_and_in_order(MqttVersion version)
    {
        const int count = 2000;
        await using var reader = await Connector.ConnectAsync(Endpoint with { Version = version, IncomingCapacity = count }, default);
        await using var writer = await ConnectAsync(version);
        await reader.SubscribeAsync("edge/v1/+/anchor", default);

        var results = await Task.WhenAll(Enumerable.Range(0, count).Select(i => writer.PublishAsync("edge/v1/gw-1/anchor", BitConverter.GetBytes(i), retain: false, default))).WaitAsync(Limit);

        Assert.All(results, result => Assert.True(result.Accepted));
        for (var i = 0; i < count; i++)
        {
            var message = await NextAsync(reader);
            Assert.Equal("edge/v1/gw-1/anchor", message.Topic);
            Assert.Equal(i, BitConverter.ToInt32(message.Payload.Span));
            Assert.False(message.Retained);
        }
        Assert.Equal(version, reader.Version);
        Assert.Equal(0, reader.Dropped);
    }

    [Fact]
    public async Task Speaks_the_newest_version_when_not_told_otherwise()
    {
        await using var link = await ConnectAsync();
        Assert.Equal(MqttVersion.V5, link.Version);
    }

    [Fact]
    public async Task Marks_what_the_broker_retained()
    {
        await using var writer = await ConnectAsync();
        await writer.PublishAsync("edge/v1/blocks", "block"u8.ToArray(), retain: true, default);
        await using var reader = await ConnectAsync();
        await reader.SubscribeAsync("edge/v1/blocks", default);

        var message = await NextAsync(reader);

        Assert.True(message.Retained);
        Assert.Equal("block"u8, message.Payload.Span);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Carries_any_bytes(int length)
    {
        var payload = new byte[length];
        new Random(length).NextBytes(payload);
        await using var link = await ConnectAsync();
        await link.SubscribeAsync("水/网关", default);

        await link.PublishAsync("水/网关", payload, retain: false, default);

        var message = await NextAsync(link);
        Assert.Equal("水/网关", message.Topic);
        Assert.Equal(payload, message.Payload.ToArray());
    }

    [Fact]
    public async Task Answers_a_publication_without_waiting_for_a_timer()
    {
        await using var link = await ConnectAsync();
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 40; i++) await link.PublishAsync("t", default, retain: false, default);
        // A loop that slept until its time-out (a quarter of a second each) would need ten seconds.
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Says_when_nobody_is_subscribed()
    {
        await using var link = await ConnectAsync(MqttVersion.V5);
        var result = await link.PublishAsync("edge/v1/gw-1/anchor", new byte[1], retain: false, default);
        Assert.True(result.Accepted);
        Assert.True(result.NobodySubscribed);
    }

    [Fact]
    public async Task Says_when_the_broker_does_not_allow_a_publication()
    {
        await using var strict = await MosquittoBroker.StartAsync(folder =>
        {
            var rules = Path.Combine(folder, "rules");
            File.WriteAllText(rules, "topic read #\n");
            return ["allow_anonymous true", $"acl_file {rules}"];
        });
        await using var link = await Connector.ConnectAsync(new MqttEndpoint { Host = strict.Host, Port = strict.Port }, default);

        var result = await link.PublishAsync("edge/v1/gw-1/anchor", new byte[1], retain: false, default);

        Assert.False(result.Accepted);
        Assert.Equal(0x87, result.ReasonCode);
        Assert.Equal("not authorised", result.ToString());
    }

    [Fact]
    public async Task Says_when_a_filter_is_not_valid()
    {
        await using var link = await ConnectAsync();
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => link.SubscribeAsync("a/#/b", default));
        Assert.Contains("a/#/b", e.Message, StringComparison.Ordinal);
        Assert.False(link.Closed.IsCompleted);
    }

    [Fact]
    public async Task Says_when_the_broker_does_not_allow_a_subscription()
    {
        await using var strict = new StrictBroker();
        await using var link = await Connector.ConnectAsync(Endpoint with { Port = strict.Port }, default).WaitAsync(Limit);
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => link.SubscribeAsync("edge/v1/+/anchor", default).WaitAsync(Limit));
        Assert.Contains("edge/v1/+/anchor", e.Message, StringComparison.Ordinal);
        Assert.Contains("not authorised", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_user_name_or_password_are_wrong()
    {
        await using var strict = await MosquittoBroker.StartAsync("allow_anonymous false");
        var e = await Assert.ThrowsAsync<MqttLinkException>(() =>
            Connector.ConnectAsync(new MqttEndpoint { Host = strict.Host, Port = strict.Port, UserName = "gw-1", Password = "secret-word" }, default));
        Assert.Contains("not authorised", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_nobody_listens()
    {
        await Broker.KillAsync();
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => ConnectAsync());
        Assert.True(e.IsTransient);
        Assert.Contains($"{Broker.Host}:{Broker.Port}", e.Message, StringComparison.Ordinal);
        Assert.Contains("refused", e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Gives_up_on_a_broker_that_never_answers()
    {
        await using var mute = new MuteServer();
        var e = await Assert.ThrowsAsync<MqttLinkException>(() =>
            Connector.ConnectAsync(Endpoint with { Port = mute.Port, ConnectTimeout = TimeSpan.FromSeconds(0.3) }, default).WaitAsync(Limit));
        Assert.Contains("did not answer within 0.3 s", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_connecting_when_told_to()
    {
        await using var mute = new MuteServer();
        using var stop = new CancellationTokenSource();
        var connecting = Connector.ConnectAsync(Endpoint with { Port = mute.Port }, stop.Token);
        await mute.Accepted.WaitAsync(Limit);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.WaitAsync(Limit));
    }

    [Fact]
    public async Task Falls_back_to_3_1_1_where_5_is_refused()
    {
        await using var old = new OldBroker(Broker.Port, answersRefusal: true);
        await using var link = await Connector.ConnectAsync(Endpoint with { Port = old.Port }, default).WaitAsync(Limit);
        Assert.Equal(MqttVersion.V311, link.Version);
        Assert.True((await link.PublishAsync("t", new byte[1], retain: false, default).WaitAsync(Limit)).Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Says_that_it_cannot_connect_where_only_5_is_wanted_and_the_broker_does_not_know_it(bool answersRefusal)
    {
        await using var old = new OldBroker(Broker.Port, answersRefusal);
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => Connector.ConnectAsync(Endpoint with { Port = old.Port, Version = MqttVersion.V5 }, default).WaitAsync(Limit));
        Assert.Contains($"Cannot connect to the broker 127.0.0.1:{old.Port}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Falls_back_to_3_1_1_where_the_broker_hangs_up_on_5()
    {
        await using var old = new OldBroker(Broker.Port, answersRefusal: false);
        await using var link = await Connector.ConnectAsync(Endpoint with { Port = old.Port }, default).WaitAsync(Limit);
        Assert.Equal(MqttVersion.V311, link.Version);
    }

    [Fact]
    public async Task Ends_when_the_broker_dies_and_fails_what_is_not_acknowledged()
    {
        await using var mute = new ForgetfulBroker(Broker.Port);
        await using var link = await Connector.ConnectAsync(Endpoint with { Port = mute.Port }, default);
        mute.Swallow();
        var publication = link.PublishAsync("t", new byte[1], retain: false, default);

        mute.HangUp();

        var closed = await link.Closed.WaitAsync(Limit);
        Assert.False(closed.ByUs);
        Assert.NotEmpty(closed.Reason);
        Assert.True((await Assert.ThrowsAsync<MqttLinkException>(() => publication.WaitAsync(Limit))).IsTransient);
        await Assert.ThrowsAsync<MqttLinkException>(() => link.PublishAsync("t", new byte[1], retain: false, default));
        await link.Incoming.Completion.WaitAsync(Limit);
    }

    [Fact]
    public async Task Ends_when_the_broker_is_killed()
    {
        await using var link = await ConnectAsync();
        await Broker.KillAsync();
        Assert.False((await link.Closed.WaitAsync(Limit)).ByUs);
    }

    [Fact]
    public async Task Is_closed_by_us_when_disposed()
    {
        var link = await ConnectAsync();
        await link.DisposeAsync();
        Assert.True((await link.Closed.WaitAsync(Limit)).ByUs);
        await link.DisposeAsync();
        await Assert.ThrowsAsync<MqttLinkException>(() => link.SubscribeAsync("t", default));
    }

    [Fact]
    public async Task Takes_leave_of_the_broker()
    {
        await using (await Connector.ConnectAsync(Endpoint with { ClientId = "polite" }, default))
        {
        }
        await Broker.LoggedAsync("Received DISCONNECT from polite");
    }

    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task Sends_once_in_order_and_a_subscription_afterwards_is_answered_after_them(MqttVersion version)
    {
        await using var link = await ConnectAsync(version);
        await link.SubscribeAsync("t", default);

        for (var i = 0; i < 500; i++) await link.SendAsync("t", BitConverter.GetBytes(i), default);
        await link.SubscribeAsync("fence", default);

        for (var i = 0; i < 500; i++)
        {
            Assert.True(link.Incoming.TryRead(out var message));
            Assert.Equal((i, false), (BitConverter.ToInt32(message.Payload.Span), message.Retained));
        }
        Assert.Contains("(d0, q0, r0, m0, 't', ... (4 bytes))", Broker.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("q1, r0, m0, 't'", Broker.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_what_is_sent_on_a_link_that_has_ended()
    {
        await using var link = await ConnectAsync();
        await Broker.KillAsync();
        await link.Closed.WaitAsync(Limit);
        Assert.True((await Assert.ThrowsAsync<MqttLinkException>(() => link.SendAsync("t", new byte[1], default))).IsTransient);
    }

    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task Has_its_will_done_when_it_ends_without_a_farewell_and_not_otherwise(MqttVersion version)
    {
        await using var heir = await ConnectAsync();
        await heir.SubscribeAsync("will/#", default);
        var polite = await Connector.ConnectAsync(Endpoint with { Version = version, Will = new MqttWill("will/polite", new byte[] { 1 }) }, default);
        await polite.DisposeAsync();
        await using var elder = await Connector.ConnectAsync(Endpoint with { Version = version, ClientId = "twin", Will = new MqttWill("will/elder", new byte[] { 0, 2 }) }, default);

        await using var younger = await Connector.ConnectAsync(Endpoint with { Version = version, ClientId = "twin" }, default);

        var message = await NextAsync(heir);
        Assert.Equal("will/elder", message.Topic);
        Assert.Equal([0, 2], message.Payload.ToArray());
        Assert.False(message.Retained);
    }

    [Fact]
    public async Task Ends_the_elder_of_two_of_the_same_name()
    {
        await using var elder = await Connector.ConnectAsync(Endpoint with { ClientId = "twin" }, default);
        await using var younger = await Connector.ConnectAsync(Endpoint with { ClientId = "twin" }, default);
        Assert.False((await elder.Closed.WaitAsync(Limit)).ByUs);
        Assert.False(younger.Closed.IsCompleted);
    }

    [Fact]
    public async Task Drops_and_counts_what_a_slow_reader_leaves_no_room_for()
    {
        await using var reader = await Connector.ConnectAsync(Endpoint with { IncomingCapacity = 3 }, default);
        await reader.SubscribeAsync("t", default);
        for (var i = 0; i < 10; i++) await reader.PublishAsync("t", Encoding.UTF8.GetBytes($"{i}"), retain: false, default);
        // The answer to a subscription comes after the messages before it.
        await reader.SubscribeAsync("fence", default);

        Assert.Equal(7, reader.Dropped);
        for (var i = 0; i < 3; i++) Assert.Equal($"{i}", Encoding.UTF8.GetString((await NextAsync(reader)).Payload.Span));
    }

    [Fact]
    public async Task Leaves_at_an_mqtt_5_broker_what_is_larger_than_it_takes()
    {
        await using var reader = await Connector.ConnectAsync(Endpoint with { Version = MqttVersion.V5, MaximumPacket = 2048 }, default);
        await using var writer = await ConnectAsync();
        await reader.SubscribeAsync("t", default);

        await writer.PublishAsync("t", new byte[4096], retain: false, default);
        await writer.PublishAsync("t", new byte[2000], retain: false, default);

        Assert.Equal(2000, (await NextAsync(reader)).Payload.Length);
        Assert.False(reader.Closed.IsCompleted);
    }

    [Fact]
    public async Task Ends_when_a_broker_sends_more_than_it_takes()
    {
        await using var reader = await Connector.ConnectAsync(Endpoint with { Version = MqttVersion.V311, MaximumPacket = 2048 }, default);
        await using var writer = await ConnectAsync();
        await reader.SubscribeAsync("t", default);

        await writer.PublishAsync("t", new byte[2047], retain: false, default);
        await writer.PublishAsync("t", new byte[4096], retain: false, default);

        var closed = await reader.Closed.WaitAsync(Limit);
        Assert.False(closed.ByUs);
        Assert.Contains("sent a message of 4097 bytes on t, and 2048 is the most that is taken", closed.Reason, StringComparison.Ordinal);
        Assert.Equal(2047, (await NextAsync(reader)).Payload.Length);
        await reader.Incoming.Completion.WaitAsync(Limit);
    }

    [Fact]
    public async Task Connects_a_hundred_times_without_leaving_a_thread_behind()
    {
        for (var i = 0; i < 100; i++) await (await ConnectAsync()).DisposeAsync();
        var threads = Directory.GetDirectories("/proc/self/task").Count(task => File.ReadAllText(Path.Combine(task, "comm")).StartsWith("mqtt ", StringComparison.Ordinal));
        Assert.True(threads < 30, $"{threads} threads named mqtt are left.");
    }
}
