namespace Edge.Ledger.Evidence;

/// <summary>Places of the log from first to last, both included: all of them are disclosed, so nothing between was withheld.</summary>
public readonly record struct IndexRange(ulong First, ulong Last)
{
    public ulong Count => Last - First + 1;

    /// <summary>The contiguous runs of ascending indices.</summary>
    public static IReadOnlyList<IndexRange> Runs(IEnumerable<ulong> ascending)
    {
        var runs = new List<IndexRange>();
        foreach (var index in ascending)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == index)
                runs[^1] = runs[^1] with { Last = index };
            else
                runs.Add(new IndexRange(index, index));
        }

        return runs;
    }
}
