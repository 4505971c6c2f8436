using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Health;

/// <summary>From what is open to health. Times are those of the clock as it is now, which knows more than it did then.</summary>
public static class AlarmSource
{
    public static Dictionary<string, AlarmHealth> Of(GatewayConfiguration configuration, GatewayStatus status, ClockStamp now) => configuration.Channels.Zip(status.Alarms())
        .Where(a => a.Second is not null).ToDictionary(a => a.First.Name, a => Of(a.First, a.Second!, now));

    /// <summary>What ended last at each channel since the start.</summary>
    public static Dictionary<string, EndedAlarmHealth> Ended(GatewayConfiguration configuration, GatewayStatus status, ClockStamp now) => configuration.Channels.Zip(status.EndedAlarms())
        .Where(a => a.Second is not null).ToDictionary(a => a.First.Name, a => new EndedAlarmHealth(
            a.Second!.Text, Text(now.At(a.Second.Monotonic) ?? a.Second.Wall), Seconds(a.Second.Monotonic, now.Monotonic), a.Second.Began is { } began ? Seconds(began, a.Second.Monotonic) : null));

    private static double Seconds(ulong from, ulong to) => Math.Round((to - Math.Min(from, to)) / 1e9, 1);

    private static string? Text(WallTime? at) => at?.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static AlarmHealth Of(ChannelSettings channel, OpenAlarm alarm, in ClockStamp now)
    {
        var since = alarm.Monotonic is { } monotonic ? now.At(monotonic) ?? alarm.Wall : alarm.Wall;
        double? lasted = alarm.Monotonic is { } at ? (now.Monotonic - Math.Min(at, now.Monotonic)) / 1e9 : now.Wall?.Seconds - since?.Seconds;
        return new AlarmHealth(Text(since), lasted is >= 0 and var known ? Math.Round(known, 1) : null)
        {
            Limit = alarm.Limit,
            IsAbove = alarm.IsAbove,
            EndsAt = alarm.Limit is { } limit ? EndsAt(limit, alarm.IsAbove ? -channel.AlarmDeadband : channel.AlarmDeadband) : null,
            AcknowledgedBy = alarm.Acknowledged?.Who,
            AcknowledgedAt = Text(alarm.Acknowledged?.Wall),
        };
    }

    /// <summary>In decimal where that holds it, so that 4.28 less 0.2 is 4.08.</summary>
    private static double EndsAt(double limit, double back) =>
        Math.Abs(limit) < 1e15 && Math.Abs(back) < 1e15 ? (double)((decimal)limit + (decimal)back) : limit + back;
}
