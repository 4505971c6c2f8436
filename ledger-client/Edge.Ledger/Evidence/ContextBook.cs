using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>The opened contexts of a file by their hash, with the entries in them.</summary>
internal sealed class ContextBook
{
    private readonly record struct Known(Hash32 Leaf, Entry? Entry);

    private readonly Known[] _terms;
    private readonly IReadOnlyList<OpenedContext> _contexts;
    private readonly Dictionary<Hash32, int> _places = [];

    /// <param name="entries">The file's entries, decoded.</param>
    /// <param name="leaves">Their leaf hashes.</param>
    /// <exception cref="MalformedException">A term or a context is not in its one form.</exception>
    public ContextBook(TreeHasher hasher, CompactEvidence file, IReadOnlyList<ProvedEntry> entries, IReadOnlyList<Hash32> leaves)
    {
        _contexts = file.Contexts;
        _terms = [.. Terms(hasher, file, entries, leaves)];
        if (_terms.DistinctBy(t => t.Leaf).Count() < _terms.Length)
            throw new MalformedException("evidence: an entry stands twice among the terms");
        for (var i = 0; i < _contexts.Count; i++)
        {
            if (!_places.TryAdd(Named(_contexts[i]).Hash(hasher), i))
                throw new MalformedException("evidence: a context stands twice");
        }

        var use = new FirstUse(_contexts.Count, "contexts");
        foreach (var entry in entries)
        {
            if (entry.Entry is ReadingEntry reading && _places.TryGetValue(reading.Context, out var place))
                use.Use(place);
        }

        use.End();
    }

    /// <summary>City blocks that the contexts' seals name, each once, in their order.</summary>
    public List<Hash32> NamedBlocks() =>
        [.. _contexts.Select(c => (At(c.Seal).Entry as SealEntry)?.Beacon?.Hash).OfType<Hash32>().Distinct()];

    /// <summary>Whether the file opens this reading's context, and which it is.</summary>
    public bool TryFind(ReadingEntry reading, out OpenedContext context)
    {
        var known = _places.TryGetValue(reading.Context, out var place);
        context = known ? _contexts[place] : default;
        return known;
    }

    public ReadingContext Named(in OpenedContext context) =>
        new(At(context.Boot).Leaf, At(context.Configuration).Leaf, At(context.Calibration).Leaf, At(context.Clock).Leaf, At(context.Seal).Leaf);

    /// <summary>The reading with its meaning; null when an entry of the context is not of its kind or speaks of another channel, or there is no boot.</summary>
    public ProvedReading? Prove(ulong index, ReadingEntry reading, in OpenedContext context)
    {
        var (boot, configuration, calibration, clock, seal) =
            (At(context.Boot).Entry, At(context.Configuration).Entry, At(context.Calibration).Entry, At(context.Clock).Entry, At(context.Seal).Entry);
        var fits = context.Boot is not null && boot is null or BootEntry && clock is null or ClockEntry && seal is null or SealEntry
            && (configuration is null || (configuration as ConfigurationEntry)?.Channel == reading.Channel)
            && (calibration is null || (calibration as CalibrationEntry)?.Channel == reading.Channel);
        return fits
            ? new ProvedReading(
                index, reading, boot as BootEntry, configuration as ConfigurationEntry, calibration as CalibrationEntry, clock as ClockEntry, seal as SealEntry, null, null) { Context = Named(context) }
            : null;
    }

    /// <summary>Whether the entries that say what the reading means are disclosed, all that there are.</summary>
    public bool IsDisclosed(in OpenedContext context) =>
        !IsHidden(context.Boot) && !IsHidden(context.Configuration) && !IsHidden(context.Calibration) && !IsHidden(context.Clock);

    private bool IsHidden(int? position) => position is not null && At(position).Entry is null;

    private Known At(int? position) => position is { } known ? _terms[known] : default;

    private static IEnumerable<Known> Terms(TreeHasher hasher, CompactEvidence file, IReadOnlyList<ProvedEntry> entries, IReadOnlyList<Hash32> leaves)
    {
        var places = new Dictionary<Hash32, int>();
        for (var i = 0; i < entries.Count; i++)
            places.TryAdd(leaves[i], i);
        foreach (var term in file.Terms)
        {
            var known = term switch
            {
                ContextTerm.Place place when Find(entries, place.Index) is { } i && places[leaves[i]] == i => new Known(leaves[i], entries[i].Entry),
                ContextTerm.Place place => throw new MalformedException($"evidence: a context names entry {place.Index}, which is not disclosed"),
                ContextTerm.Verbatim entry => new Known(hasher.Leaf(entry.Bytes.Span), Entry.Decode(entry.Bytes.Span)),
                ContextTerm.Hidden hidden when hidden.Leaf != default => new Known(hidden.Leaf, null),
                _ => throw new MalformedException("evidence: where there is no entry, a context has null"),
            };
            if (term is not ContextTerm.Place && places.ContainsKey(known.Leaf))
                throw new MalformedException("evidence: a disclosed entry is named by its index");
            yield return known;
        }
    }

    private static int? Find(IReadOnlyList<ProvedEntry> entries, ulong index)
    {
        var (low, high) = (0, entries.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Index == index)
                return middle;
            (low, high) = entries[middle].Index < index ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
