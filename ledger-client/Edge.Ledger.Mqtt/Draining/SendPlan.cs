using Edge.Ledger.Historian;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>
/// Knows which entries the historian has, which are on their way and which are no more, and so what goes next. What is neither held nor on its way is sent,
/// whether it was never sent or got lost: there is no other state. One thread at a time.
/// </summary>
internal sealed class SendPlan
{
    /// <summary>Bundles of one lane on their way.</summary>
    public const int Window = 4;

    private readonly IndexSet _gone = new();
    private readonly List<SentBundle> _sent = [];
    private IndexSet _held = new();
    private IndexSet _done = new();
    private IndexSet _busy = new();

    /// <summary>Where the live lane begins and the backlog ends.</summary>
    public ulong LiveFrom { get; private set; }

    /// <summary>Bundles that were sent and not acknowledged.</summary>
    public IReadOnlyList<SentBundle> Sent => _sent;

    /// <summary>Entries that the historian holds.</summary>
    public ulong Held => _held.Count;

    /// <summary>Entries that it will not get.</summary>
    public ulong Skipped => _done.Count - _held.Count;

    /// <summary>Entries of the backlog that need no more sending.</summary>
    public ulong BacklogDone => _done.CountWithin(0, LiveFrom);

    /// <summary>Entries that the historian has yet to get: of those that are held.</summary>
    /// <param name="oldest">The lowest index that is held.</param>
    /// <param name="size">Of the log; at least <paramref name="oldest"/>.</param>
    public ulong Remaining(ulong oldest, ulong size) => size - oldest - _done.CountWithin(oldest, size);

    /// <summary>The historian said what it holds; what it does not have of this and is not on its way will be sent again.</summary>
    public void Hear(IndexSet held)
    {
        _held = held;
        _done = new IndexSet(held);
        foreach (var span in _gone.Spans)
            _done.Add(span.From, span.To);
        _sent.RemoveAll(bundle => _done.NextMissing(bundle.Entries.From) >= bundle.Entries.To);
        Occupy();
    }

    /// <summary>Nothing that was sent counts any more. What is committed from now on is live.</summary>
    public void Begin(ulong size)
    {
        LiveFrom = size;
        _sent.Clear();
        Occupy();
    }

    /// <summary>Entries are not there to be sent.</summary>
    /// <returns>How many of them the historian lacks, and the narrowest span with all of these.</returns>
    public (ulong Count, IndexSpan Within) Skip(IndexSpan entries)
    {
        var lacking = Lacking(entries);
        _gone.Add(entries.From, entries.To);
        _done.Add(entries.From, entries.To);
        _busy.Add(entries.From, entries.To);
        return lacking;
    }

    /// <summary>The entries to send next; null if there are none or enough are on their way.</summary>
    public IndexSpan? Next(Lane lane, ulong size)
    {
        if (_sent.Count(bundle => bundle.Lane == lane) >= Window)
            return null;
        var end = lane == Lane.Live ? size : LiveFrom;
        var first = _busy.NextMissing(lane == Lane.Live ? LiveFrom : 0);
        return first < end ? new IndexSpan(first, _busy.NextHeld(first, end)) : null;
    }

    /// <summary>A bundle goes.</summary>
    public void Send(SentBundle bundle)
    {
        _sent.Add(bundle);
        _busy.Add(bundle.Entries.From, bundle.Entries.To);
    }

    private (ulong Count, IndexSpan Within) Lacking(IndexSpan entries)
    {
        var first = Math.Min(_busy.NextMissing(entries.From), entries.To);
        var (count, end) = (0UL, first);
        for (var at = first; at < entries.To; at = _busy.NextMissing(end))
        {
            end = _busy.NextHeld(at, entries.To);
            count += end - at;
        }

        return (count, new IndexSpan(first, end));
    }

    private void Occupy()
    {
        _busy = new IndexSet(_done);
        foreach (var bundle in _sent)
            _busy.Add(bundle.Entries.From, bundle.Entries.To);
    }
}
