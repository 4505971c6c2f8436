using Edge.Gateway.Sampling;
using Edge.Sensors.Buses.Recovery;

namespace Edge.Gateway.Health;

/// <summary>From what is watched in the field to health.</summary>
internal static class FieldHealth
{
    private const double Median = 50, Late = 99;

    public static Dictionary<string, DeviceHealth> Devices(FieldWatch? field) => (field?.Devices ?? []).DistinctBy(d => d.Name).ToDictionary(d => d.Name, d =>
        new DeviceHealth(d.Bus, d.Rounds, d.Missed, Milliseconds(d.Lateness.Percentile(Median)), Milliseconds(d.Lateness.Percentile(Late)), d.Absent)
        {
            Driver = d.Driver,
            MissedShare = Math.Round(d.MissedShare, 4),
            Transfers = d.Slot is { } slot ? TransferHealth.Of(slot) : null,
        });

    public static Dictionary<string, BusHealth> Buses(FieldWatch? field) => (field?.Buses ?? []).ToDictionary(b => b.Name, b => new BusHealth(b.Recoveries, Line(b.Condition), b.Trouble) { Stuck = Line(b.Condition) is null && b.IsStuck });

    private static string? Line(BusCondition condition) => condition switch
    {
        BusCondition.ClockHeld => "SCL",
        BusCondition.DataHeld => "SDA",
        _ => null,
    };

    private static double? Milliseconds(TimeSpan? late) => late is { } known ? Math.Round(known.TotalMilliseconds, 3) : null;
}
