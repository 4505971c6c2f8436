using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Tests.Links;

namespace Edge.Ledger.Mqtt.Tests.Stacks;

/// <summary>What a link holds is bounded by what somebody waits for. libmosquitto keeps what was given to it until the link ends.</summary>
[Collection(Alone)]
public sealed class BoundedMemoryTests
{
    private const string Alone = "what is measured by the memory of the whole process";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static Task<IMqttLink> ConnectAsync(LoopbackServer broker) =>
        MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(new MqttEndpoint { Host = "127.0.0.1", Port = broker.Port, Version = MqttVersion.V5 }, default);

    [Fact]
    public async Task Forgets_publications_that_were_cancelled_while_their_answer_never_comes()
    {
        await using var broker = new LyingBroker();
        await using var link = await ConnectAsync(broker);
        // The window is filled and sent first: what comes then is cancelled where it waits.
        var window = Enumerable.Range(0, 1024).Select(_ => Unheard(link.PublishAsync("t", new byte[1000], retain: false, default))).ToArray();
        await link.SendAsync("fence", new byte[1], default).WaitAsync(Limit);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 5000; i++) await CancelAsync(link, new byte[1000]);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 1_000_000, $"{grown} bytes are held.");
        Assert.False(link.Closed.IsCompleted);
        Assert.All(window, publication => Assert.False(publication.IsCompleted));
    }

    [Fact]
    public async Task Forgets_the_bytes_of_what_was_sent_and_waits_for_its_answer()
    {
        await using var broker = new LyingBroker();
        await using var link = await ConnectAsync(broker);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var waiting = Enumerable.Range(0, 1000).Select(_ => Unheard(link.PublishAsync("t", new byte[10_000], retain: false, default))).ToArray();
        await link.SendAsync("fence", new byte[1], default).WaitAsync(Limit);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 3_000_000, $"{grown} bytes are held.");
        Assert.All(waiting, publication => Assert.False(publication.IsCompleted));
    }

    [Fact]
    public async Task Forgets_what_was_cancelled_while_the_broker_takes_nothing()
    {
        await using var broker = new DeafBroker(TimeProvider.System);
        await using var link = await ConnectAsync(broker);
        var large = new byte[1 << 24];
        var stuck = Unheard(link.SendAsync("t", large, default));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 500; i++)
        {
            using var cancel = new CancellationTokenSource();
            var sent = link.SendAsync("t", new byte[10_000], cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 1_000_000, $"{grown} bytes are held.");
        Assert.False(stuck.IsCompleted);
        GC.KeepAlive(large);
    }

    [Fact]
    public async Task Ends_when_the_broker_sends_on_and_on_and_takes_no_acknowledgement()
    {
        byte[] message = [0x32, 6, 0, 1, (byte)'t', 0, 1, 0];
        await using var broker = new GreedyBroker([.. Enumerable.Repeat(message, 1000).SelectMany(m => m)]);
        await using var link = await ConnectAsync(broker);
        Assert.Contains("more than 65535 messages", (await link.Closed.WaitAsync(Limit)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_when_the_broker_has_left_as_many_unanswered_as_there_are_numbers()
    {
        await using var broker = new LyingBroker();
        await using var link = await ConnectAsync(broker);
        for (var asked = 0; asked <= ushort.MaxValue && !link.Closed.IsCompleted; asked += 1024)
        {
            using var cancel = new CancellationTokenSource();
            var subscriptions = Enumerable.Range(0, 1024).Select(_ => Unheard(link.SubscribeAsync("t", cancel.Token))).ToArray();
            await Task.WhenAny(Unheard(link.SendAsync("fence", new byte[1], default)), link.Closed).WaitAsync(Limit);
            await cancel.CancelAsync();
        }

        Assert.Contains("65535 packets without an answer", (await link.Closed.WaitAsync(Limit)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_wait_for_a_packet_that_says_it_is_too_large()
    {
        await using var broker = new LyingBroker(greeting: [0x30, 0xFF, 0xFF, 0xFF, 0x7F, 0, 1, (byte)'t', 0]);
        await using var link = await ConnectAsync(broker);
        Assert.Contains("sent a message of 268435453 bytes on t, and 1048576 is the most that is taken", (await link.Closed.WaitAsync(Limit)).Reason, StringComparison.Ordinal);
    }

    private static async Task CancelAsync(IMqttLink link, byte[] payload)
    {
        using var cancel = new CancellationTokenSource();
        var publication = link.PublishAsync("t", payload, retain: false, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publication);
    }

    // It fails when the link ends, after the test: nobody is to hear of that.
    private static Task Unheard(Task task)
    {
        _ = task.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return task;
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class NothingBeside;
}
