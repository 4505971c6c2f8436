using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    protected override string Alarm(string name, string text, AlarmHealth? alarm, ChannelHealth? channel)
    {
        if (alarm?.Limit is not { } limit)
            return $"{name}: {text}{Since(alarm, IsSinceUnknown(text))}{Seen(alarm)}";
        var now = channel is { Measures: true } ? $"now {Value(channel)}" : "no value now";
        var end = alarm.EndsAt is { } at ? $"; ends at {Measure(at, channel)} or {(alarm.IsAbove ? "below" : "above")}" : "";
        return $"{name}: {(alarm.IsAbove ? "above" : "below")} the limit {Measure(limit, channel)}{Since(alarm)}; {now}{end}{Seen(alarm)}";
    }

    protected override string Doubtful(string name, ChannelHealth channel) => $"{name}: {State(channel, isLeftOut: false)}, for {Long(channel.DoubtfulSeconds ?? 0)}"
        + (Known<Purpose>(channel.Purpose ?? "") switch { Purpose.Billing => "; it serves billing", Purpose.Transients => "; it serves pressure waves", Purpose.LeakLocation => "; it serves leak location", _ => "" });

    protected override string Fails(string? device, IEnumerable<string> names, int more, string why) =>
        $"{(device is null ? "" : $"{device}: ")}{string.Join(", ", names)}{(more > 0 ? $" and {more} more" : "")} ({why})";

    protected override string More(int count) => $"and {count} more";

    protected override string Why(ChannelHealth channel) => channel switch
    {
        { MissingDevice: { } device } => $"{device} does not exist: enable I2C, or correct buses: in the configuration",
        { SecondsAgo: null } => "nothing since the start",
        { SecondsAgo: { } ago } when ago > channel.PatienceSeconds => $"nothing for {Long(ago)}",
        _ when Known<Reason>(channel.Reason ?? "") is { } reason => Field.Of(reason) + reason switch
        {
            Reason.Overrun => ": the board is too busy, lengthen the period or lower data_rate",
            Reason.WarmUp => ": it begins, wait a moment",
            _ => "",
        },
        _ => channel.Reason ?? "bad",
    };

    protected override string Over(string name, EndedAlarmHealth alarm) =>
        $"{name}: {alarm.Text}{(alarm.LastedSeconds is { } lasted ? $", for {Precise(lasted)}" : "")}; over {Long(alarm.SecondsAgo)} ago{(Moment(alarm.At) is { } at ? $" ({at})" : "")}";

    private static string Since(AlarmHealth? alarm, bool isFound = false) => alarm switch
    {
        { Since: { } since, SecondsAgo: { } ago } when Moment(since) is { } at => $", {(isFound ? "seen since" : "since")} {at} ({Long(ago)} ago)",
        { Since: { } since } when Moment(since) is { } at => $", {(isFound ? "seen since" : "since")} {at}",
        { SecondsAgo: { } ago } => $", {(isFound ? "seen for" : "for")} {Long(ago)}",
        _ => "",
    };

    private static string Seen(AlarmHealth? alarm) =>
        alarm?.AcknowledgedBy is { } who ? $"; acknowledged by {who}{(Moment(alarm.AcknowledgedAt) is { } at ? $" at {at}" : "")}" : "";

    private static string Missed(GatewayHealth health)
    {
        var missing = Missing(health).ToList();
        return string.Join(", ", missing.Take(Most).Select(m => $"{m.Channel} misses {m.Percent} % of its samples")) + (missing.Count > Most ? $" and {missing.Count - Most} more channels" : "");
    }
}
