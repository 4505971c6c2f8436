using System.Diagnostics.CodeAnalysis;

namespace Edge.Ledger.Historian;

/// <summary>A set of indices of a log, kept as spans: ascending, and between two neighbours at least one index is missing. One thread at a time.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a set.")]
public sealed class IndexSet
{
    private readonly List<IndexSpan> _spans;

    /// <summary>An empty set.</summary>
    public IndexSet() => _spans = [];

    /// <summary>The same indices as in another set.</summary>
    public IndexSet(IndexSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _spans = [.. other._spans];
    }

    /// <summary>Its spans, ascending.</summary>
    public IReadOnlyList<IndexSpan> Spans => _spans;

    /// <summary>How many indices are in it.</summary>
    public ulong Count
    {
        get
        {
            var count = 0UL;
            foreach (var span in _spans)
                count += span.Count;
            return count;
        }
    }

    /// <summary>Above the highest index in it; 0 when it is empty.</summary>
    public ulong End => _spans.Count == 0 ? 0 : _spans[^1].To;

    /// <summary>Adds the indices from <paramref name="from"/> up to, not including, <paramref name="to"/>; those that are in it already stay.</summary>
    public void Add(ulong from, ulong to)
    {
        if (from >= to)
            return;
        var first = Place(from);
        if (first > 0 && _spans[first - 1].To == from)
            first--;
        var last = first;
        while (last < _spans.Count && _spans[last].From <= to)
        {
            from = Math.Min(from, _spans[last].From);
            to = Math.Max(to, _spans[last].To);
            last++;
        }

        _spans.RemoveRange(first, last - first);
        _spans.Insert(first, new IndexSpan(from, to));
    }

    /// <summary>Whether an index is in it.</summary>
    public bool Contains(ulong index) => NextMissing(index) != index;

    /// <summary>The lowest index, not below <paramref name="from"/>, that is not in it.</summary>
    public ulong NextMissing(ulong from)
    {
        var place = Place(from);
        return place < _spans.Count && _spans[place].From <= from ? _spans[place].To : from;
    }

    /// <summary>The lowest index, not below <paramref name="from"/>, that is in it; <paramref name="end"/> when there is none below that.</summary>
    public ulong NextHeld(ulong from, ulong end)
    {
        var place = Place(from);
        return place < _spans.Count ? Math.Min(Math.Max(from, _spans[place].From), end) : end;
    }

    /// <summary>How many indices from <paramref name="from"/> up to, not including, <paramref name="to"/> are in it.</summary>
    public ulong CountWithin(ulong from, ulong to)
    {
        var count = 0UL;
        for (var place = Place(from); place < _spans.Count && _spans[place].From < to; place++)
            count += Math.Min(to, _spans[place].To) - Math.Max(from, _spans[place].From);
        return count;
    }

    /// <summary>The first span that ends above an index.</summary>
    private int Place(ulong index)
    {
        int low = 0, high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].To > index ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
