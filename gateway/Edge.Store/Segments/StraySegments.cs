using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>Files under a segment's name, not in the order in which segments are made, that hold nothing of a log: were they counted, the log would go on behind them.</summary>
internal sealed class StraySegments(LogPaths paths, SegmentScan scan, QuarantineFolder quarantine, List<StoreDamage> damage)
{
    /// <summary>Puts them aside.</summary>
    /// <param name="numbers">All that are there, ascending.</param>
    /// <param name="closed">The newest that the index has.</param>
    /// <returns>Those that are newer and count.</returns>
    /// <exception cref="StoreException">The file system does not let one be moved.</exception>
    public List<uint> SetAside(List<uint> numbers, uint closed)
    {
        var counted = new List<uint>();
        var before = closed;
        foreach (var number in numbers.Where(n => n > closed))
        {
            if (number != before + 1 && HoldsNothing(number))
            {
                damage.Add(new StoreDamage(0, 0, $"{paths.Segment(number)} held nothing of this log.", quarantine.Move(paths.Segment(number))));
                continue;
            }

            counted.Add(number);
            before = number;
        }

        return counted;
    }

    private bool HoldsNothing(uint number)
    {
        using var segment = Segment.TryOpen(paths, number, write: false);
        if (segment is null || segment.Header is not null)
            return false;
        scan.Run(segment, segment.Length, []);
        return segment.Contents.IsEmpty && segment.UnreadableEnd == 0;
    }
}
