using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>Wall times in messages: UTC, with their uncertainty.</summary>
internal static class WallText
{
    public static string Of(WallTime? wall) => wall is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{time.ToDateTimeOffset():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} ± {time.UncertaintyMilliseconds / 1000.0:0.###} s")
        : "nothing";
}
