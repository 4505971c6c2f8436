using Edge.Ledger.Entries;

namespace Edge.Ledger.Tiles;

/// <summary>Entries of a log that are not there, as runs in its order; bounded, whatever the log is.</summary>
internal sealed class AbsentEntries
{
    /// <summary>Runs that are kept. Neighbours are one.</summary>
    public const int MaxRuns = 65_536;

    private List<LostEntries> _runs = [];

    /// <summary>Those that were excused, in the log's order.</summary>
    public List<LostEntries> Excused { get; private set; } = [];

    /// <summary>Bundles in which some are absent and not excused; of one with several runs each counts.</summary>
    public ulong Pieces => _runs.Aggregate(0UL, (sum, run) => sum + (run.Last / Tile.FullWidth) - (run.First / Tile.FullWidth) + 1);

    /// <summary>Adds entries behind those that are known.</summary>
    /// <returns>False when there are too many runs.</returns>
    public bool TryAdd(ulong first, ulong count)
    {
        if (_runs.Count > 0 && _runs[^1].Last + 1 == first)
            _runs[^1] = _runs[^1] with { Last = first + count - 1 };
        else if (_runs.Count < MaxRuns)
            _runs.Add(new LostEntries(first, first + count - 1));
        else
            return false;
        return true;
    }

    /// <summary>Takes those away that are told to be lost.</summary>
    /// <param name="told">In any order.</param>
    public void Excuse(IEnumerable<LostEntries> told)
    {
        var (absent, excused) = (new List<LostEntries>(), new List<LostEntries>());
        var lost = Merged(told);
        var at = 0;
        foreach (var run in _runs)
        {
            var next = run.First;
            while (at < lost.Count && lost[at].Last < next)
                at++;
            for (var i = at; i < lost.Count && lost[i].First <= run.Last; i++)
            {
                var (from, to) = (Math.Max(lost[i].First, next), Math.Min(lost[i].Last, run.Last));
                if (from > next)
                    absent.Add(new LostEntries(next, from - 1));
                excused.Add(new LostEntries(from, to));
                next = to + 1;
            }

            if (next <= run.Last)
                absent.Add(run with { First = next });
        }

        (_runs, Excused) = (absent, excused);
    }

    /// <summary>What is wrong with each bundle because of those that are not excused.</summary>
    /// <param name="size">Entries of the log.</param>
    public IEnumerable<TileDifference> Differences(ulong size)
    {
        foreach (var run in _runs)
        {
            for (var first = run.First; first <= run.Last;)
            {
                var index = first / Tile.FullWidth;
                var bundle = Tile.OfEntries(index, index < TreeTiles.FullCount(0, size) ? Tile.FullWidth : TreeTiles.PartialWidth(0, size));
                var last = Math.Min(run.Last, bundle.FirstEntry + (ulong)bundle.Width - 1);
                yield return new TileDifference(TileFault.Missing, bundle, first, last - first + 1, "it is not there");
                first = last + 1;
            }
        }
    }

    private static List<LostEntries> Merged(IEnumerable<LostEntries> told)
    {
        var merged = new List<LostEntries>();
        foreach (var lost in told.OrderBy(l => l.First))
        {
            if (merged.Count > 0 && lost.First <= merged[^1].Last)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, lost.Last) };
            else
                merged.Add(lost);
        }

        return merged;
    }
}
