using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>Neighbouring readings of a channel that are alike.</summary>
internal sealed record Run<T>(T Key, ProvedReading First, ProvedReading Last, int Count);

internal static class Run
{
    /// <param name="readings">Of one channel, in the log's order.</param>
    /// <param name="alike">What neighbours have in common.</param>
    public static IEnumerable<Run<T>> Of<T>(IReadOnlyList<ProvedReading> readings, Func<ProvedReading, T> alike)
    {
        for (int first = 0, end; first < readings.Count; first = end)
        {
            var key = alike(readings[first]);
            end = first + 1;
            while (end < readings.Count && EqualityComparer<T>.Default.Equals(alike(readings[end]), key))
                end++;
            yield return new Run<T>(key, readings[first], readings[end - 1], end - first);
        }
    }
}
