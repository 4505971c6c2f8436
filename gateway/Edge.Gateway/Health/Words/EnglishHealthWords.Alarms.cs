namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    protected override string Alarm(string name, string text, AlarmHealth? alarm, ChannelHealth? channel)
    {
        if (alarm?.Limit is not { } limit)
            return $"{name}: {text}{Since(alarm)}";
        var now = channel is { Measures: true } ? $"now {Value(channel)}" : "no value now";
        var end = alarm.EndsAt is { } at ? $"; ends at {Measure(at, channel)} or {(alarm.IsAbove ? "below" : "above")}" : "";
        return $"{name}: {(alarm.IsAbove ? "above" : "below")} the limit {Measure(limit, channel)}{Since(alarm)}; {now}{end}";
    }

    private static string Since(AlarmHealth? alarm) => alarm switch
    {
        { Since: { } since, SecondsAgo: { } ago } when Moment(since) is { } at => $", since {at} ({Long(ago)} ago)",
        { Since: { } since } when Moment(since) is { } at => $", since {at}",
        { SecondsAgo: { } ago } => $", for {Long(ago)}",
        _ => "",
    };

    private static string Missed(GatewayHealth health)
    {
        var missing = Missing(health).ToList();
        return string.Join(", ", missing.Take(Most).Select(m => $"{m.Channel} misses {m.Percent} % of its samples")) + (missing.Count > Most ? $" and {missing.Count - Most} more channels" : "");
    }
}
