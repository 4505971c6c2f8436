using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    private const string AskTheCity = "Find out which device has this key, or what was restored, and ask the city.";

    public override string NeedsHead => "What needs you";

    public override string Denied(string socket) => $"This user may not ask the gateway: {socket} is open to the gateway's user and group. Run: sudo -u edge {ProgramName.Script} status, or join that group.";

    public override string NoAnswer(string socket) => $"Something listens at {socket}, but it does not answer as a gateway does. Look at it: journalctl -u edge-gateway; if it hangs, its watchdog starts it anew.";

    public override string Advice(Need need, GatewayHealth health) => need switch
    {
        Need.StoreRefuses when !health.Opened => $"Nothing is measured, because the store cannot be opened: {health.Store} Mend that; the gateway goes on by itself.",
        Need.StoreRefuses => $"The store takes no readings: {health.Store} Up to {Number(SampleQueue.DefaultCapacity)} readings wait in memory; it is tried again and again by itself.",
        Need.ReadingsLeftOut => $"The log is full: {LeftOut(health)}. {MakeRoom(health)} Gap entries tell of what is left out.{Lasting(health)}",
        Need.StoreDamaged => $"{(IsByHand(health.Damage) ? "A file of the log was removed or replaced." : "The log was damaged.")} {SeeToDamage(health.Damage, health.Quarantine ?? "quarantine", health.Configuration)} Found, the newest first:",
        Need.AnchoringHalted when health.HaltedEarlier => $"Anchoring had stopped before this start: {health.Halted} It is tried again, and will stop again unless that was mended. Readings go on being sealed. {AskTheCity}",
        Need.AnchoringHalted => $"Anchoring stopped for good: {health.Halted} Readings go on being sealed. {AskTheCity}",
        Need.AlarmsOpen => "Alarms that are open:",
        Need.SamplesMissed => $"Samples are missed lately: {Missed(health)}. Lengthen their period or lower their data_rate, or take load off the board; gap entries tell of what was missed.",
        Need.ChannelsFail => BlamesWires(health) ? "Channels without values. Look at these sensors' wires and supply:" : "Channels without values:",
        Need.ChannelsDoubtful => "Channels whose readings are doubted. Look at the sensor, then at the rule in the configuration that doubts it:",
        Need.BusHeld => string.Join(" ", health.Buses.Where(b => b.Value.IsHeld).Select(b => Held(b.Key, b.Value, health))),
        Need.DevicesUnsteady => $"Devices that often fail to answer at first: {Unsteady(health, ", ")}. Look at their plugs and supply, at the pull-ups and at the cable's length; a slower bus bears more.",
        Need.ConfigurationChanged => $"The gateway runs another configuration than the file has: it was started {Long(health.UptimeSeconds)} ago with {Hash(health.ConfigurationHash)}, and {health.Configuration} has {Hash(health.ConfigurationHashOnDisk)} (SHA-256). To put the file into force: {ProgramName.ConfigCheck(health.Configuration)}, then restart the gateway.",
        Need.RoomEnds when Judgement.LastsTooMuch(health) => $"The log's room ends.{Lasting(health)}",
        Need.RoomEnds when Judgement.DiskEnds(health) => $"The disk is full soon: {ByteText.Format(health.FreeBytes ?? 0)} free. {(health.Proving == ProvingState.Yes ? "Free space." : "Free space, or mend the way to the city, so that entries can go.")}",
        Need.RoomEnds => $"The log's room ends: without the city it lasts {Time(health.RoomDays ?? 0)}{Bound(health)}. {MakeRoom(health)}",
        Need.CityNeverReached => $"The city was never reached: {health.Broker ?? "no link yet"} Look at broker: in the configuration, at the network, and at the broker.",
        Need.CityDoesNotAccept when health.Proving == ProvingState.Refused => $"The city refuses this gateway: {Refusals(health)}. {Admission(health)}",
        Need.CityDoesNotAccept => $"There is a link, but the city has accepted nothing for {Long(health.LagSeconds)}. {Silent(health)} Ask the city.",
        Need.WriteAheadLogGrows => $"The store's write-ahead log has {ByteText.Format(health.WalBytes ?? 0)}; 16 MB are usual. Something reads the log without end, an export perhaps: end that.",
        Need.CardWears => $"The card lasts at most {Time(health.CardLifeDays ?? 0)} at this rate. Raise store.commit_age and seal.age, or fit a card that bears more.",
        Need.RtcFails => $"The battery-backed clock of the configuration is not relied on: {health.Rtc?.Problem}.",
        Need.ClockDisagrees => $"The clock disagrees with the city by {Difference(health)}: it is {(health.ClockAheadOfCitySeconds > 0 ? "ahead" : "behind")}. See who set it, and whether time servers are reached (timedatectl); then set it. Readings are kept and proved meanwhile, but carry the wrong time; the city's stands beside it.",
        Need.ClockUnknown => "Nobody vouches for the clock: readings are kept and proved, but carry no time of their own. Let the board reach a time server, or fit a battery-backed clock.",
        _ => need.ToString(),
    };

    private static string Held(string name, BusHealth bus, GatewayHealth health) => DevicesOf(name, health) is [var only] ? HeldBy(name, bus, only) : (bus.HeldLine is null
        ? $"{name} is stuck: no transfer ends, with any of its devices. SDA or SCL seems to be held low: look for a short to ground, then unplug one device after the other until the others answer; the last one held it."
        : bus.Trouble) + (OnBus(name, health, ", ") is { Length: > 0 } devices ? $" On it: {devices}." : "");

    private static string HeldBy(string name, BusHealth bus, string only) =>
        (bus.HeldLine is { } line ? $"{line} of {name} is held low. Look" : $"{name} is stuck: no transfer ends. SDA or SCL seems to be held low: look")
        + $" for a short to ground, then unplug {only}, the only device on it: if the line is high then, that held it.";

    /// <summary>Where the city holds all, it is not the way to it that keeps entries from going.</summary>
    private static string MakeRoom(GatewayHealth health)
    {
        var more = Judgement.DiskBinds(health) switch { true => "free space on the disk", false => "raise store.budget", _ => "raise store.budget, or free space" };
        return health.Proving == ProvingState.Yes ? $"{char.ToUpperInvariant(more[0])}{more[1..]}." : $"Mend the way to the city, so that entries can go, or {more}.";
    }

    private static string Bound(GatewayHealth health) => Judgement.DiskBinds(health) switch
    {
        true => ", by what the disk leaves it",
        false => $", by its budget of {ByteText.Format(health.BudgetBytes ?? 0)}",
        _ => "",
    };

    private static string Silent(GatewayHealth health)
    {
        var silent = Judgement.Silent(health).Select(d => $"{d.Key} ({(d.Value.SecondsAgo is { } ago ? $"heard {Long(ago)} ago" : "not heard since the start")})").ToList();
        var refused = health.Departments.Where(d => d.Value.Refusal is not null).Select(d => $" {d.Key} refuses: {d.Value.Refusal}.");
        return $"{(silent.Count == 0 ? $"All {health.Departments.Count} departments answer." : $"Silent of {health.Departments.Count} departments: {string.Join(", ", silent)}.")}"
            + $"{(health.Quorum is { } quorum ? $" At least {quorum} must accept." : "")}{string.Concat(refused)}";
    }

    private static string Name(Need need, GatewayHealth health) => need switch
    {
        Need.StoreRefuses => "the store",
        Need.ReadingsLeftOut => "the log's room",
        Need.StoreDamaged => IsByHand(health.Damage) ? "a removed file" : "damage",
        Need.AnchoringHalted => "anchoring",
        Need.ChannelsFail => "channels",
        Need.ChannelsDoubtful => "doubtful readings",
        Need.AlarmsOpen => "alarms",
        Need.SamplesMissed => "missed samples",
        Need.BusHeld => "a bus",
        Need.ConfigurationChanged => "the configuration",
        Need.DevicesUnsteady => "unsteady devices",
        Need.RoomEnds => "room",
        Need.CityNeverReached => "the broker",
        Need.CityDoesNotAccept => "the city",
        Need.WriteAheadLogGrows => "the write-ahead log",
        Need.CardWears => "the card",
        Need.RtcFails => "the battery-backed clock",
        Need.ClockDisagrees or Need.ClockUnknown => "the clock",
        _ => need.ToString(),
    };

    public override string Damage(NotedDamage damage) => $"{(FoundAt(damage) is { } at ? $"{at}: " : "")}{damage.What}{(damage.Quarantine is { } file ? $" Set aside: {file}." : "")}";

    protected override string MoreDamage(int count, string command) => $"and {Number(count)} more: {command}";

    public override string NoDamage => "Nothing was found damaged that nobody has seen to.";

    public override string SeeToDamage(IReadOnlyList<NotedDamage> damage, string quarantine, string? configuration) =>
        $"What verified was kept. {(IsByHand(damage) ? "" : damage.Any(d => d.Quarantine is not null) ? $"Keep what was set aside in {quarantine}, and replace the card: it will do it again. " : "Replace the card: it will do it again. ")}"
        + $"{(damage.Any(d => d.ByHand) ? "A file that you removed yourself, to change the stack perhaps, needs nothing else; otherwise find out who else writes to the log's folder. " : "")}Once you have seen to it: {ProgramName.DamageSeen(configuration)}";

    public override string NoneDamaged(StoppedHealth health) => $"{NoDamage} While the gateway does not run the log was looked at: {Looked(health)}.";

    public override string DamageSeen(string file) => $"Noted. What was found stays in {file}.";

    private static string Lasting(GatewayHealth health) => !Judgement.LastsTooMuch(health) ? "" :
        $" Hashes and index take {ByteText.Format(health.LastingBytes ?? 0)} of the {ByteText.Format((health.StoreBytes ?? 0) + Math.Max(0, health.RoomLeftBytes ?? 0))} that the log may have, and stay, so that later proofs work: raise store.budget, or give the log a larger disk.";

    private static string Refusals(GatewayHealth health) => string.Join("; ", health.Departments.Where(d => d.Value.Refusal is not null).Select(d => $"{d.Key}: {d.Value.Refusal}"));

    private static string Admission(GatewayHealth health) => health.Departments.Values.Any(d => d.Refusal?.StartsWith("404 ", StringComparison.Ordinal) == true)
        ? "404: it is not admitted. Give the city the gateway's verifier key, which edge-gateway keygen printed. Readings go on being sealed."
        : "403: the city knows another key; 422: it knows another history. Ask these departments. Readings go on being sealed.";

    private string LeftOut(GatewayHealth health) => health.LeftOut.Count == 0
        ? "nothing was anchored and nothing could go for a long time"
        : string.Join("; ", health.LeftOut.GroupBy(l => l.Value).Select(g => $"{string.Join(", ", g.Take(Most).Select(l => l.Key))}{(g.Count() > Most ? " and others" : "")}: {Field.Of(Known<GapReason>(g.Key) ?? default)}"));
}
