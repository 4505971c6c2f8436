using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    public override string NeedsHead => "What needs you";

    public override string Denied(string socket) => $"This user may not ask the gateway: {socket} is open to the gateway's user and group. Run: sudo -u edge ./edge status, or join that group.";

    public override string NoAnswer(string socket) => $"Something listens at {socket}, but it does not answer as a gateway does. Look at it: journalctl -u edge-gateway; if it hangs, its watchdog starts it anew.";

    public override string Advice(Need need, GatewayHealth health) => need switch
    {
        Need.StoreRefuses => $"The store takes no readings: {health.Store} Up to {Number(SampleQueue.DefaultCapacity)} readings wait in memory; it is tried again and again by itself.",
        Need.ReadingsLeftOut => $"The log is full: {LeftOut(health)}. Mend the way to the city, so that entries can go, or raise store.budget, or free space. Gap entries tell of what is left out.",
        Need.StoreDamaged => $"The log was damaged when the gateway started: {string.Join(" ", health.Damage.Select(Damage))} What verified was kept. Keep what was set aside, and replace the card: it will do it again.",
        Need.AnchoringHalted => $"Anchoring stopped for good: {health.Halted} Readings go on being sealed. Find out which device has this key, or what was restored, and ask the city.",
        Need.ChannelsFail => $"Channels without values: {Channels(health)}. Look at these sensors' wires and supply.",
        Need.RoomEnds => $"The disk is full soon: {ByteText.Format(health.FreeBytes ?? 0)} free. Free space, set retention.keep_anchored, or mend the way to the city, so that entries can go.",
        Need.CityNeverReached => $"The city was never reached: {health.Broker ?? "no link yet"} Look at broker: in the configuration, at the network, and at the broker.",
        Need.CityDoesNotAccept => $"There is a link, but the city has accepted nothing for {Long(health.LagSeconds)}. The departments: {Departments(health)}. Ask the city.",
        Need.WriteAheadLogGrows => $"The store's write-ahead log has {ByteText.Format(health.WalBytes ?? 0)}; 16 MB are usual. Something reads the log without end, an export perhaps: end that.",
        Need.CardWears => $"The card lasts at most {Time(health.CardLifeDays ?? 0)} at this rate. Raise store.commit_age and seal.age, or fit a card that bears more.",
        Need.ClockUnknown => "Nobody vouches for the clock: readings are kept and proved, but carry no time of their own. Let the board reach a time server, or fit a battery-backed clock.",
        _ => need.ToString(),
    };

    private static string Name(Need need) => need switch
    {
        Need.StoreRefuses => "the store",
        Need.ReadingsLeftOut => "the log's room",
        Need.StoreDamaged => "damage",
        Need.AnchoringHalted => "anchoring",
        Need.ChannelsFail => "channels",
        Need.RoomEnds => "disk space",
        Need.CityNeverReached => "the broker",
        Need.CityDoesNotAccept => "the city",
        Need.WriteAheadLogGrows => "the write-ahead log",
        Need.CardWears => "the card",
        Need.ClockUnknown => "the clock",
        _ => need.ToString(),
    };

    private static string Damage(Edge.Store.Log.StoreDamage damage) =>
        damage.What + (damage.Count > 0 ? $" Lost: {Number(damage.Count)} entries from {Number(damage.First)} on." : "") + (damage.Quarantine is { } file ? $" Set aside: {file}." : "");

    private string LeftOut(GatewayHealth health) => health.LeftOut.Count == 0
        ? "nothing was anchored and nothing could go for a long time"
        : string.Join("; ", health.LeftOut.GroupBy(l => l.Value).Select(g => $"{string.Join(", ", g.Take(Most).Select(l => l.Key))}{(g.Count() > Most ? " and others" : "")}: {Field.Of(Known<GapReason>(g.Key) ?? default)}"));

    private string Channels(GatewayHealth health)
    {
        var failing = Judgement.Failing(health).ToList();
        var named = failing.Take(Most).Select(c => $"{c.Key} ({Why(c.Value)})");
        return string.Join(", ", named) + (failing.Count > Most ? $" and {failing.Count - Most} more" : "");
    }

    private string Why(ChannelHealth channel) => channel switch
    {
        { SecondsAgo: null } => "nothing since the start",
        { SecondsAgo: { } ago } when ago > channel.PatienceSeconds => $"nothing for {Long(ago)}",
        _ => channel.Reason is { } name && Known<Reason>(name) is { } reason ? Field.Of(reason) : channel.Reason ?? "bad",
    };

    private const int Most = 5;
}
