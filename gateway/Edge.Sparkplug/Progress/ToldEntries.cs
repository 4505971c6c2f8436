using Edge.Ledger.Historian;

namespace Edge.Sparkplug.Progress;

/// <summary>
/// Which entries of the log the broker has got. Data goes with QoS 0, which nobody acknowledges: what went counts once the broker answered something that was
/// asked after it, and what a broken link leaves in doubt goes once more, as history. One thread at a time.
/// </summary>
internal sealed class ToldEntries(IndexSet told)
{
    private readonly List<IndexSpan> _inDoubt = [];
    private IndexSet _gone = new(told);

    /// <summary>Those that need no more telling.</summary>
    public IndexSet Told => told;

    /// <summary>Where the live lane begins and history ends.</summary>
    public ulong LiveFrom { get; private set; }

    /// <summary>How many went and may have been lost yet: what of them was asked after is <see cref="Confirm"/>ed.</summary>
    public int InDoubt => _inDoubt.Count;

    /// <summary>A birth went out on a new link: what is committed from now on is live, and nothing in doubt counts.</summary>
    public void Begin(ulong size)
    {
        LiveFrom = size;
        _inDoubt.Clear();
        _gone = new IndexSet(told);
    }

    /// <summary>The entries to tell next; null when there are none.</summary>
    public IndexSpan? Next(Lane lane, ulong size)
    {
        var end = lane == Lane.Live ? size : LiveFrom;
        var first = _gone.NextMissing(lane == Lane.Live ? LiveFrom : 0);
        return first < end ? new IndexSpan(first, _gone.NextHeld(first, end)) : null;
    }

    /// <summary>Entries went.</summary>
    public void Went(IndexSpan entries)
    {
        _gone.Add(entries.From, entries.To);
        _inDoubt.Add(entries);
    }

    /// <summary>Entries are not there to be told.</summary>
    /// <returns>How many of them had yet to go.</returns>
    public ulong Skip(IndexSpan entries)
    {
        var lacking = entries.Count - _gone.CountWithin(entries.From, entries.To);
        _gone.Add(entries.From, entries.To);
        told.Add(entries.From, entries.To);
        return lacking;
    }

    /// <summary>The first so many of those in doubt are with the broker.</summary>
    public void Confirm(int count)
    {
        foreach (var span in _inDoubt.Take(count))
            told.Add(span.From, span.To);
        _inDoubt.RemoveRange(0, count);
    }

    /// <summary>Entries that have yet to go, of those that are held.</summary>
    public ulong Remaining(ulong oldest, ulong size) => size - Math.Min(oldest, size) - _gone.CountWithin(Math.Min(oldest, size), size);
}
