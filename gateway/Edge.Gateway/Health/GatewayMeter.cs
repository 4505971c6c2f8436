using System.Diagnostics.Metrics;

namespace Edge.Gateway.Health;

/// <summary>
/// The gateway's health as metrics: meter <see cref="Name"/>, names as OpenTelemetry has them, units in UCUM. All are observed: while nobody listens they
/// cost nothing. What is not known is not published.
/// </summary>
public sealed partial class GatewayMeter : IDisposable
{
    public const string Name = "Edge.Gateway";

    /// <summary>What listeners see.</summary>
    public Meter Meter { get; } = new(Name);

    private readonly Func<GatewayHealth> _health;

    /// <param name="health">How the gateway is now; asked for each instrument.</param>
    public GatewayMeter(Func<GatewayHealth> health)
    {
        _health = health;
        Readings();
        Log();
        City();
        Sparkplug();
        Field();
        Store();
        Meter.CreateObservableGauge("edge.gateway", Itself, "{gateway}", "1, with the gateway's name.");
        Gauge("edge.uptime", "s", "Time since the gateway started.", h => h.UptimeSeconds);
        Gauge("edge.clock.uncertainty", "s", "Half-width of the interval that holds true time; absent while nobody vouches for the clock.", h => h.ClockUncertaintySeconds);
        Flag("edge.clock.known", "1 while somebody vouches for wall time.", h => h.Clock != "None");
        Meter.CreateObservableGauge("edge.need", () => ByName(_health().Needs.ToDictionary(Words, _ => 1L), "need"), "{flag}", "1 for each thing that needs a person, by need.");
    }

    public void Dispose() => Meter.Dispose();

    private void Readings()
    {
        Meter.CreateObservableCounter("edge.readings", Taken, "{reading}", "Readings taken since the start, by quality.");
        Counter("edge.readings.lost", "{reading}", "Readings that did not fit the queue while the store stood still.", h => h.Lost);
        Gauge("edge.readings.at_risk", "{reading}", "Readings taken and not durable yet.", h => h.AtRisk);
        Gauge("edge.readings.at_risk.limit", "s", "No reading waits longer to become durable while the store works.", h => h.CommitAgeSeconds);
        Meter.CreateObservableGauge("edge.channel.measuring", Measuring, "{flag}", "1 while the channel brings values, by channel.");
        Meter.CreateObservableCounter("edge.gaps", () => ByName(_health().Gaps, "reason"), "{gap}", "Gap entries written since the start, by reason.");
        Meter.CreateObservableCounter("edge.gaps.retold", () => ByName(_health().GapsRetold, "reason"), "{gap}", "Gap entries that only tell again what evicted ones told, by reason.");
    }

    private void Log()
    {
        Gauge("edge.log.durable", "{entry}", "Entries that are durable.", h => h.Size);
        Gauge("edge.log.sealed", "{entry}", "Entries under a signed checkpoint.", h => h.Sealed);
        Gauge("edge.log.anchored", "{entry}", "Entries under a checkpoint whose receipt verified.", h => h.Anchored);
        Gauge("edge.log.buffered", "{entry}", "Entries that the city does not hold yet, sealed or not.", h => h.Buffered);
        Gauge("edge.log.oldest", "{entry}", "Index of the oldest entry whose bytes are held.", h => h.Oldest);
        Meter.CreateObservableCounter("edge.log.evicted", () => ByName(_health().Evicted, "reason"), "{entry}", "Entries evicted since the start, by reason.");
        Gauge("edge.historian.held", "{entry}", "Entries that the historian holds, by its own word; absent without one.", h => h.Historian?.Held);
        Gauge("edge.historian.remaining", "{entry}", "Entries that have to go to the historian yet; absent once none goes any more because anchoring has stopped for good.", h => h.Historian?.Remaining);
        Gauge("edge.historian.skipped", "{entry}", "Entries that were evicted or damaged before the historian had them.", h => h.Historian?.Skipped);
        Gauge("edge.log.drain", "s", "Until a backlog has gone to the historian; absent while none goes.", h => h.DrainSeconds);
    }

    private void City()
    {
        Gauge("edge.anchor.lag", "s", "Age of the oldest seal that the city does not hold yet.", h => h.LagSeconds);
        Flag("edge.anchor.halted", "1 when anchoring has stopped for good.", h => h.Halted is not null);
        Counter("edge.anchor.not_believed", "{message}", "Messages from the city that did not verify.", h => h.NotBelieved);
        Flag("edge.broker.connected", "1 while there is a link to the broker.", h => h.Connected);
        Gauge("edge.city.block", "{block}", "Height of the newest verified city block.", h => h.Block);
        Meter.CreateObservableGauge("edge.department.accepted", Accepted, "{entry}", "Entries that a department is known to have accepted, by department.");
    }

    private void Sparkplug()
    {
        Gauge("edge.sparkplug.connected", "{flag}", "1 while there is a link to the broker of the operators' hosts; absent without Sparkplug.", h => Bit(h.Sparkplug?.Connected));
        Gauge("edge.sparkplug.born", "{flag}", "1 while hosts are told what is read; 0 also while the primary host is away.", h => Bit(h.Sparkplug?.Born));
        Gauge("edge.sparkplug.remaining", "{entry}", "Entries that hosts have to be told yet.", h => h.Sparkplug?.Remaining);
    }

    private void Store()
    {
        Flag("edge.store.refusing", "1 while the store takes no readings.", h => h.Store is not null);
        Gauge("edge.store.damage", "{entry}", "Entries whose bytes were lost, as found when the log was opened, until somebody has seen to it.", h => h.Damage.Sum(d => (double)d.Count));
        Gauge("edge.store.size", "By", "What the log takes on its file system.", h => h.StoreBytes);
        Gauge("edge.store.wal", "By", "Of that, the database's write-ahead log.", h => h.WalBytes);
        Gauge("edge.store.free", "By", "What may still be written on that file system.", h => h.FreeBytes);
        Gauge("edge.store.growth", "By/d", "How fast the log grows, over at most the last day.", h => h.StoreBytesPerDay);
        Gauge("edge.store.room", "d", "How long the log has room without the city at that rate; what the city holds goes first.", h => h.RoomDays);
        Counter("edge.disk.written", "By", "What the process has caused to be written to block devices.", h => h.WrittenBytes);
        Gauge("edge.disk.write_rate", "By/d", "How fast, over at most the last day; an extrapolation during the first hour.", h => h.WrittenBytesPerDay);
        Gauge("edge.card.life", "d", "How long a new card as configured lasts at that rate, at most; absent unless store.card is set.", h => h.CardLifeDays);
    }

    private void Gauge(string name, string unit, string description, Func<GatewayHealth, double?> figure) =>
        Meter.CreateObservableGauge(name, () => Known(figure(_health())), unit, description);

    private void Flag(string name, string description, Func<GatewayHealth, bool> holds) =>
        Meter.CreateObservableGauge(name, () => holds(_health()) ? 1 : 0, "{flag}", description);

    private static double? Bit(bool? holds) => holds is { } known ? known ? 1 : 0 : null;

    private void Counter(string name, string unit, string description, Func<GatewayHealth, long?> count) =>
        Meter.CreateObservableCounter(name, () => Known(count(_health())), unit, description);

    private IEnumerable<Measurement<long>> Taken() =>
        ByName(_health() is var h ? new Dictionary<string, long> { ["good"] = h.Good, ["uncertain"] = h.Uncertain, ["bad"] = h.Bad } : [], "quality");

    private Measurement<int>[] Itself() => _health() is var h ? [new(1, new KeyValuePair<string, object?>("gateway", h.Gateway))] : [];

    private IEnumerable<Measurement<long>> Measuring() => ByName(_health().Channels.ToDictionary(c => c.Key, c => c.Value.Measures ? 1L : 0), "channel");

    private IEnumerable<Measurement<long>> Accepted() => ByName(_health().Departments.ToDictionary(d => d.Key, d => (long)d.Value.Size), "department");

    private static string Words(Need need) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(need.ToString());

    private static Measurement<T>[] Known<T>(T? figure)
        where T : struct => figure is { } known ? [new Measurement<T>(known)] : [];

    private static IEnumerable<Measurement<long>> ByName(IReadOnlyDictionary<string, long> counts, string attribute) =>
        counts.Select(c => new Measurement<long>(c.Value, new KeyValuePair<string, object?>(attribute, c.Key)));
}
