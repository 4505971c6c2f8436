using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Budget;

/// <summary>How many readings a gap tells of: its detail begins with the number where it is known.</summary>
public static class GapCount
{
    /// <summary>Readings of the one channel it is about; null when it is about several, or does not say.</summary>
    public static long? Of(GapEntry gap)
    {
        var end = gap.Detail.IndexOf(' ', StringComparison.Ordinal);
        return gap.Channels.Count == 1 && end > 0 && long.TryParse(gap.Detail.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }
}
