using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Ledger.Mqtt.Links;
using Edge.Testing;

namespace Edge.Bench.Mqtt;

/// <summary>How many messages a link takes to a real broker and from it, beside a bare socket that writes the same packets.</summary>
internal sealed class MqttBenchmark(TimeProvider time) : IBenchmark
{
    private const int Repeats = 7;
    private const int Messages = 20_000;
    private const int PayloadLength = 200;

    /// <summary>Under way at once; a mosquitto of default settings lets 20 be.</summary>
    private const int Window = 20;
    private const string Topic = "edge/bench";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly byte[] _payload = new byte[PayloadLength];

    public async Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        await using var broker = await MosquittoBroker.StartAsync("log_type information");
        progress($"mqtt: {Repeats + 1} rounds of {Messages:N0} messages each way, {MqttStack.Name} and a bare socket in turn ...");
        var rounds = new List<MqttRound>();
        for (var i = 0; i <= Repeats; i++)
        {
            var round = await MeasureAsync(broker, cancellationToken);
            progress(FormattableString.Invariant($"  {(i == 0 ? "warm-up" : $"round {i}")}: published {round.Published:N0}/s, bare {round.BarePublished:N0}/s; taken {round.Taken:N0}/s, bare {round.BareTaken:N0}/s"));
            if (i > 0)
                rounds.Add(round);
        }

        return Report(rounds);
    }

    private async Task<MqttRound> MeasureAsync(MosquittoBroker broker, CancellationToken cancellationToken)
    {
        var endpoint = new MqttEndpoint { Host = broker.Host, Port = broker.Port, IncomingCapacity = Messages };
        await using var link = await MqttStack.CreateConnector(time).ConnectAsync(endpoint, cancellationToken);
        using var publisher = new BareClient(broker.Host, broker.Port);

        var (allocated, processor) = (GC.GetTotalAllocatedBytes(precise: true), ProcessUsage.CpuSeconds(Environment.ProcessId));
        var published = await SecondsAsync(() => PublishAllAsync(link, cancellationToken));
        processor = ProcessUsage.CpuSeconds(Environment.ProcessId) - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var barePublished = await SecondsAsync(() => PublishBare(publisher));

        await link.SubscribeAsync(Topic, cancellationToken);
        var taken = await SecondsAsync(() => Task.WhenAll(PublishBare(publisher), TakeAllAsync(link, cancellationToken)));
        await link.DisposeAsync();

        using var subscriber = new BareClient(broker.Host, broker.Port, "bare-subscriber");
        subscriber.Subscribe(Topic);
        var bareTaken = await SecondsAsync(() => Task.WhenAll(PublishBare(publisher), Task.Run(() => subscriber.TakeAll(Messages), cancellationToken)));
        return new MqttRound(Messages / published, Messages / barePublished, Messages / taken, Messages / bareTaken, 1e6 * processor / Messages, (double)allocated / Messages);
    }

    private Task PublishAllAsync(IMqttLink link, CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Window).Select(async _ =>
    {
        for (var i = 0; i < Messages / Window; i++)
            await link.PublishAsync(Topic, _payload, retain: false, cancellationToken);
    }));

    private Task PublishBare(BareClient client) => Task.Run(() => client.PublishAll(Topic, _payload, Messages, Window));

    private static async Task TakeAllAsync(IMqttLink link, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        for (var i = 0; i < Messages; i++)
            await link.Incoming.ReadAsync(limit.Token);
    }

    private async Task<double> SecondsAsync(Func<Task> work)
    {
        GC.Collect();
        var started = time.GetTimestamp();
        await work();
        return time.GetElapsedTime(started).TotalSeconds;
    }

    private static BenchReport Report(List<MqttRound> rounds) => new(
        $"mqtt: messages of {PayloadLength} bytes with QoS 1 through {MqttStack.Name}, {Window} under way at once, in turn with a bare socket that writes the same packets",
        Repeats,
        [
            new("published_per_second", "published, messages/s", Median.Of(rounds.Select(r => r.Published)), 0, "acknowledged by the broker"),
            new(null, "bare socket, published, messages/s", Median.Of(rounds.Select(r => r.BarePublished)), 0),
            new("ratio_published", "ratio to the bare socket, published", Median.Of(rounds.Select(r => r.Published / r.BarePublished)), 2, "1: the broker is what limits"),
            new("taken_per_second", "taken, messages/s", Median.Of(rounds.Select(r => r.Taken)), 0, "of a bare socket that publishes at the same time"),
            new(null, "bare socket, taken, messages/s", Median.Of(rounds.Select(r => r.BareTaken)), 0),
            new("ratio_taken", "ratio to the bare socket, taken", Median.Of(rounds.Select(r => r.Taken / r.BareTaken)), 2),
            new("cpu_microseconds_per_message", "CPU per message published, µs", Median.Of(rounds.Select(r => r.Processor)), 1, "of this process"),
            new("allocated_bytes_per_message", "managed bytes per message published", Median.Of(rounds.Select(r => r.Allocated)), 0),
        ],
        ["The broker is a mosquitto of default settings on the loopback of this machine."]);
}
