using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Catalog;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords : HealthWords
{
    protected override FieldWords Field => FieldWords.English;

    public override (string Between, string End) Marks => ("; ", ".");

    public override int LabelWidth => 13;

    public override string NotRunning => "Not running";

    public override string Measuring(GatewayHealth health) => health.Measuring switch
    {
        MeasuringState.Yes when health.Channels.Count == 1 => $"Measuring its one channel{Doubted(health)}",
        MeasuringState.Yes => $"Measuring all {health.Channels.Count} channels{Doubted(health)}",
        MeasuringState.Partly => $"Measuring {Judgement.Measured(health)} of {health.Channels.Count} channels{Doubted(health)}",
        MeasuringState.No => "Not measuring",
        MeasuringState.NotStored => "Measuring, not storing",
        MeasuringState.WaitsForStore => "Not measuring: waiting for its store",
        _ => "Starting to measure",
    };

    private static string Doubted(GatewayHealth health) => Judgement.Doubtful(health) is > 0 and var count ? $", {count} doubtful" : "";

    public override string Proving(GatewayHealth health) => health.Proving switch
    {
        ProvingState.Yes => "proving",
        ProvingState.Offline => $"offline {Short(health.LinkSeconds)}{(health.RoomDays is { } days ? $", room for {Time(days)}" : "")}",
        ProvingState.CatchingUp => "catching up",
        ProvingState.Waiting => $"city silent for {Short(health.LagSeconds)}",
        ProvingState.Refused => "the city refuses",
        ProvingState.Halted when health.HaltedEarlier => "anchoring stopped before this start",
        ProvingState.Halted => "anchoring stopped for good",
        _ => "not proving yet",
    };

    public override string Needing(GatewayHealth health) => health.Needs switch
    {
        [] => "nothing needs you",
        [var one] => $"needs you: {Name(one, health)}",
        var many => $"needs you: {string.Join(", ", many.Select(n => Name(n, health)))}",
    };

    public override string Head(GatewayHealth health) => $"{health.Gateway}, running for {Long(health.UptimeSeconds)}";

    public override IEnumerable<(string Label, string Text)> Figures(GatewayHealth health) => !health.Opened ? [("Store", "tried again every other second")] :
    [
        ("Readings", $"{Number(health.Readings)} since the start: {Number(health.Good)} good, {Number(health.Uncertain)} uncertain, {Number(health.Bad)} bad"
            + (health.Lost > 0 ? $"; {Number(health.Lost)} lost while the store stood still, noted as gaps" : "")),
        ("At risk", health.Store is null
            ? $"{Many(health.AtRisk, "reading is", "readings are")} not durable yet; none waits longer than {Precise(health.CommitAgeSeconds)}"
            : $"{Many(health.AtRisk, "reading waits", "readings wait")} in memory"),
        ("Log", $"{Many(health.Size, "entry", "entries")} durable, {Number(health.Sealed)} sealed, {Number(health.Anchored)} anchored{(health.Oldest > 0 ? $"; held from {Number(health.Oldest.Value)} on" : "")}"),
        ("Buffered", $"{Many(health.Buffered, "entry", "entries")} to be anchored{(health.LagSeconds >= 1 ? $"; the oldest seal has waited {Long(health.LagSeconds)}" : "")}"),
        .. Historian(health),
        .. Sparkplug(health),
        .. Ended(health, "Alarms over"),
        ("Gaps", Counts(health.Gaps, r => Gap(r, health)) + Retold(health)),
        ("Evicted", Counts(health.Evicted, Eviction)),
        ("City", City(health)),
        ("Departments", Departments(health)),
        ("Store", Disk(health.StoreBytes, health.WalBytes, health.FreeBytes, health.BudgetBytes, health.FloorBytes)),
        ("Room", health.RoomDays is { } days ? $"for {About(days)} without the city, growing by {ByteText.Format(health.StoreBytesPerDay!.Value)} a day{Firmness(health)}"
            : health.RoomBytes is 0 ? "none: the log is full"
            : health.StoreBytesPerDay is null ? $"{(health.RoomBytes is { } room ? $"{ByteText.Format(Math.Floor(room))}; for how long is " : "")}not known yet" : "the log has not grown"),
        ("Writes", health.WrittenBytesPerDay is { } rate ? $"{ByteText.Format(rate)} a day to the disk{Firmness(health)}" : health.WrittenBytes is null ? "the kernel does not say" : "not known yet"),
        ("Card", health.CardRatedBytes is null ? "life unknown: set store.card in the configuration"
            : health.CardLifeDays is { } life ? $"a new one lasts {(life < DaysOfAges ? "at most " : "")}{Time(life)} at this rate" : "life not known yet"),
        ("Clock", Known<ClockSource>(health.Clock) is { } source ? $"{Field.Of(source)}{Trust(health)}" : health.Clock),
    ];

    public override string OneLine(StoppedHealth health) => health switch
    {
        { Fault: StoppedProblem.LogGone } => "Not running, and its log is gone.",
        { Fault: StoppedProblem.OtherStack } => "Not running; its log is the other stack's.",
        { Exists: false } => "Not running, and there is no log yet.",
        { KeyHeld: true, ReadOnly: true } => "Not measuring: waiting for its store, which cannot be written.",
        { KeyHeld: true } => "It runs, but it does not answer yet.",
        { NeedsSomebody: true } => "Not running; the log needs you.",
        { Halted: not null } => "Not running; anchoring had stopped for good.",
        { Size: 0 } => "Not running; its log is empty.",
        { Buffered: 0 } => $"Not running; {(health.Size == 1 ? "the one entry is" : $"all {Number(health.Size ?? 0)} entries are")} anchored.",
        _ => $"Not running; {Many(health.Size ?? 0, "entry is", "entries are")} kept, {Number(health.Buffered ?? 0)} of them to be anchored.",
    };

    public override IEnumerable<(string Label, string Text)> Figures(StoppedHealth health)
    {
        yield return ("Gateway", health.KeyHeld
            ? $"it runs, since its key is in use, but nobody answers at {health.Socket}: it is starting, waits for its store, or cannot make that socket. Look at journalctl -u edge-gateway"
            : health.Fault == StoppedProblem.OtherStack ? $"nobody answers at {health.Socket}"
            : $"nobody answers at {health.Socket}. Start it: {health.Start}{(health.Start == StoppedHealth.StartOfService ? ". If it fails: journalctl -u edge-gateway" : "")}");
        yield return ("Kept in", health.Log);
        if (health.ReadOnly)
            yield return ("", "This file system is mounted read-only. Look for its errors (dmesg), and mount it for writing; a waiting gateway then goes on by itself.");
        if (health.Fault is not null)
            yield return ("Problem", Fault(health));
        if (health.Halted is { } halted)
            yield return ("Anchoring", $"stopped for good: {halted} {AskTheCity}");
        foreach (var damage in DamageList(health.Damage, health.Configuration))
            yield return ("Damage", damage);
        if (health.Damage.Count > 0)
            yield return ("", SeeToDamage(health.Damage, Path.Combine(health.Log, "quarantine"), health.Configuration));
        if (health.StoreBytes is null)
            yield break;
        yield return ("Log", $"{Many(health.Size ?? 0, "entry", "entries")} durable, {Number(health.Sealed ?? 0)} sealed, {Number(health.Anchored ?? 0)} anchored{(health.Oldest is > 0 and { } oldest ? $"; held from {Number(oldest)} on" : "")}");
        if (health.Fault is null)
            yield return ("Checked", health.Sealed == 0 ? "nothing was signed yet" : $"the tree is the one that was signed last, and {Looked(health)}");
        yield return ("Store", Disk(health.StoreBytes, health.WalBytes, health.FreeBytes, health.BudgetBytes, health.FloorBytes));
    }

    public override string Fault(StoppedHealth health) => health.Problem + Mending(health);

    private static string Mending(StoppedHealth health) => health.Fault switch
    {
        StoppedProblem.LogGone => " Mount or restore it, or name its folder under store: in the configuration. Do not begin anew: the city refuses a second log under this name.",
        StoppedProblem.EntriesDamaged => " The gateway starts all the same, keeps what verifies, and notes a gap. Copy the folder first, and look at the card.",
        StoppedProblem.EndMissing or StoppedProblem.OtherTree => " Copy the folder before the gateway is started, and look at the card.",
        _ => "",
    };

    public override string Looked(StoppedHealth health) => (health.Checked ?? 0) >= health.Held
        ? $"{(health.Held == 1 ? "the one entry held is" : $"all {Number(health.Held)} entries held are")} what was logged"
        : $"the newest {Number(health.Checked ?? 0)} entries are what was logged; the older ones were not looked at";

    private static string Many(double count, string one, string more) => $"{Number(count)} {(count == 1 ? one : more)}";

    private static string City(GatewayHealth health)
    {
        if (health.IsHalted)
            return "nothing is sent, since anchoring stopped: see \"After 205\" in gateway/Edge.Gateway/Hosting/README.md";
        var link = health.Connected ? $"connected for {Long(health.LinkSeconds)}" : $"no link for {Long(health.LinkSeconds)}; readings go on being sealed";
        var why = health is { Connected: false, Broker: { } problem } ? $". Last: {problem}" : "";
        var block = health.Block is { } height ? $"; newest block {Number(height)}" : "";
        return $"{link}{block}{(health.NotBelieved > 0 ? $"; {Many(health.NotBelieved, "message", "messages")} did not verify" : "")}{why}";
    }

    private static string Departments(GatewayHealth health)
    {
        if (health.IsHalted)
            return $"not asked any more: {health.Fork?.By ?? "the city"} knows another history of this log";
        var answered = health.Departments.Where(d => d.Value.SecondsAgo is not null).ToList();
        var refused = health.Departments.Where(d => d.Value.Refusal is not null).Select(d => $"; {d.Key} refuses: {d.Value.Refusal}");
        return $"{answered.Count} of {health.Departments.Count} answered since the start"
            + (answered.Count > 0 ? $", the last {Long(answered.Min(d => d.Value.SecondsAgo!.Value))} ago" : "") + string.Concat(refused);
    }

    private static string Disk(long? total, long? wal, long? free, long? budget, long? floor) => total is null ? "cannot be looked at"
        : $"{ByteText.Format(total.Value)}{(budget is { } most ? $" of {ByteText.Format(most)}" : "")}, {ByteText.Format(wal ?? 0)} write-ahead log; {ByteText.Format(free ?? 0)} free"
            + (floor is { } kept ? $", {ByteText.Format(kept)} of it kept free" : "");

    private static string Trust(GatewayHealth health) => health switch
    {
        { ClockAheadOfCitySeconds: not null } => $", but {Difference(health)} from the city's time",
        { ClockUncertaintySeconds: { } off } => $", right within {Precise(off)}",
        _ => "",
    };

    /// <summary>One gap tells of what was before this start.</summary>
    private string Gap(string reason, GatewayHealth health) => Known<GapReason>(reason) switch
    {
        GapReason.Stopped when health.EndedWithoutStop => "the gateway ended without a stop",
        GapReason.PoweredOff when EndedByPower(health) => $"powered off{(health.Gaps[reason] > 1 ? ", once" : "")} without a stop",
        { } why => Field.Of(why),
        _ => reason,
    };

    private string Retold(GatewayHealth health) => health.GapsRetold.Count == 0 ? "" : $". Told again, since their entries went: {Each(health.GapsRetold, r => Known<GapReason>(r) is { } why ? Field.Of(why) : r)}";

    private static string Counts(IReadOnlyDictionary<string, long> counts, Func<string, string> name) =>
        counts.Count == 0 ? "none since the start" : $"since the start: {Each(counts, name)}";

    private static string Each(IReadOnlyDictionary<string, long> counts, Func<string, string> name) => string.Join("; ", counts.Select(c => $"{name(c.Key)} ({Number(c.Value)})"));

    private static string Eviction(string reason) => Known<EvictionReason>(reason) switch
    {
        EvictionReason.Retention => "anchored, and kept as long as configured",
        EvictionReason.Released => "anchored, removed to make room",
        EvictionReason.Unanchored => "not anchored, removed to make room",
        _ => reason,
    };

    private static string Firmness(GatewayHealth health) =>
        health.RateObservedSeconds is < Judgement.FirmRateSeconds and var seconds ? $" (extrapolated from {Long(seconds)})" : "";

    private static string Long(double seconds) => Duration(seconds, ("d", "h", "min", "s"));

    private static string Difference(GatewayHealth health) => Math.Abs(health.ClockAheadOfCitySeconds ?? 0) is var seconds && seconds < SecondsOfTwoDays ? Long(Math.Round(seconds / 60) * 60) : Time(seconds / 86_400);

    private static string Precise(double seconds) => seconds < 1 ? $"{Number(seconds * 1000)} ms" : Long(seconds);

    private static string Short(double seconds) => string.Join(' ', Long(seconds).Split(' ').Take(2));

    private static string About(double days) => Time(days) is var time && char.IsAsciiDigit(time[0]) ? $"about {time}" : time;

    private static string Time(double days) => Estimate(days, ("less than a minute", "min", "h", "days", "year", "years", "over 100 years"));
}
