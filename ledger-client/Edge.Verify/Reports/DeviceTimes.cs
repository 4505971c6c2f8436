using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Reports;

/// <summary>When a reading was taken by the gateway's clock: as it was stamped, and, where that is missing or was wrong, as it is recomputed (SPEC.md section 2, Display time).</summary>
public static class DeviceTimes
{
    /// <summary>With the zone.</summary>
    public static string Full(Examination e, ProvedReading proved) => Of(e, proved, wall => GatewaySection.Device(e, wall));

    /// <summary>For places that name the zone.</summary>
    public static string Short(Examination e, ProvedReading proved) => Of(e, proved, wall => DeviceSpan.Shown(wall, e.Times, e.Phrases));

    private static string Of(Examination e, ProvedReading proved, Func<WallTime?, string> text)
    {
        var own = text(proved.Reading.Wall);
        return e.Displayed.Of(proved) is { IsRecomputed: true, Wall: var wall } ? e.Phrases.Recomputed(own, text(wall)) : own;
    }
}
