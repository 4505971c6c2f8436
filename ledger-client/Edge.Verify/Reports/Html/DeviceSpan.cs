using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>The times that the gateway's own clock gave the readings.</summary>
/// <param name="Earliest">The first one with its uncertainty; by the time it shows.</param>
public readonly record struct DeviceSpan(WallTime Earliest, WallTime Latest)
{
    /// <summary>POSIX seconds, the uncertainty taken off.</summary>
    public double From => Earliest.Seconds - Earliest.UncertaintyMilliseconds / 1000.0;

    /// <summary>POSIX seconds, the uncertainty added.</summary>
    public double To => Latest.Seconds + Latest.UncertaintyMilliseconds / 1000.0;

    /// <summary>Null when no reading has a time.</summary>
    public static DeviceSpan? Of(IEnumerable<ProvedReading> readings)
    {
        DeviceSpan? span = null;
        foreach (var wall in readings.Select(r => r.Reading.Wall).OfType<WallTime>())
        {
            span = new DeviceSpan(
                span is { } earlier && earlier.Earliest.Seconds <= wall.Seconds ? earlier.Earliest : wall,
                span is { } later && later.Latest.Seconds >= wall.Seconds ? later.Latest : wall);
        }

        return span;
    }

    /// <summary>In one line, or two of about the same length.</summary>
    public string[] InWords(Instants times, Phrases phrases) => Earliest == Latest
        ? [Shown(Earliest, times, phrases)]
        : [times.Device(Earliest.Seconds), phrases.ClockUntil(times.Device(Latest.Seconds))];

    /// <summary>"2026-11-20 08:14:33.250 ± 0.012 s", for places that name the zone.</summary>
    public static string Shown(WallTime? wall, Instants times, Phrases phrases) => wall is { } time
        ? $"{times.Device(time.Seconds)} {phrases.Uncertainty(time.UncertaintyMilliseconds / 1000.0)}"
        : phrases.Word(Label.NoDeviceClock);
}
