using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>
/// Composes evidence out of what a log holds: entries to be proved, contexts to be opened, entries to be shown in them. Whatever the order of the calls,
/// the file has its one form; what no reading needs is left out.
/// </summary>
/// <param name="hasher">The log's hash function.</param>
public sealed class EvidenceComposer(TreeHasher hasher)
{
    private readonly SortedDictionary<ulong, ReadOnlyMemory<byte>> _entries = [];
    private readonly Dictionary<Hash32, ReadingContext> _contexts = [];
    private readonly Dictionary<Hash32, ReadOnlyMemory<byte>> _shown = [];
    private readonly Dictionary<Hash32, SignedNote> _blocks = [];

    /// <summary>An entry that the file is about.</summary>
    public void Disclose(ulong index, ReadOnlyMemory<byte> entry) => _entries[index] = entry;

    /// <summary>Opens a context for the readings that have it: the leaf hashes of what was in force.</summary>
    public void Open(in ReadingContext context) => _contexts[context.Hash(hasher)] = context;

    /// <summary>An entry to be shown verbatim where contexts name it; others are named by their leaf hash.</summary>
    public void Show(ReadOnlyMemory<byte> entry) => _shown[hasher.Leaf(entry.Span)] = entry;

    /// <summary>A city block, which proves a lower bound where the seal of a context names it.</summary>
    public void Bound(SignedNote block) => _blocks[CityProof.HashOf(block)] = block;

    /// <param name="proof">Multiproof of the entries in the checkpoint that the receipt anchors.</param>
    /// <exception cref="MalformedException">An entry or the receipt's anchor cannot be read.</exception>
    public CompactEvidence Compose(IReadOnlyList<Hash32> proof, TlogProof receipt)
    {
        var places = new Dictionary<Hash32, ulong>();
        foreach (var (index, entry) in _entries)
            places.TryAdd(hasher.Leaf(entry.Span), index);
        var used = new HashSet<Hash32>();
        var contexts = new List<OpenedContext>();
        var terms = new List<Hash32>();
        var positions = new Dictionary<Hash32, int>();
        var beacons = new List<SignedNote>();
        var bounding = new HashSet<Hash32>();
        foreach (var entry in _entries.Values)
        {
            if (Entry.Decode(entry.Span) is not ReadingEntry reading || !_contexts.TryGetValue(reading.Context, out var context) || !used.Add(reading.Context))
                continue;
            contexts.Add(new OpenedContext(Position(context.Boot), Position(context.Configuration), Position(context.Calibration), Position(context.Clock), Position(context.Seal)));
            if (Seal(context.Seal, places)?.Beacon is { } beacon && _blocks.TryGetValue(beacon.Hash, out var block) && bounding.Add(beacon.Hash))
                beacons.Add(block);
        }

        return new CompactEvidence(
            [.. _entries.Select(e => new DisclosedEntry(e.Key, e.Value))],
            proof,
            RootlessNote.Of(AnchorLeaf.Parse((receipt.Extra ?? throw new MalformedException("receipt: it does not carry the anchor")).Span)),
            receipt.Index,
            receipt.Path,
            RootlessNote.Of(receipt.Note),
            [.. terms.Select(t => Term(t, places))],
            contexts,
            beacons);

        int? Position(Hash32 leaf)
        {
            if (leaf == default)
                return null;
            if (positions.TryAdd(leaf, terms.Count))
                terms.Add(leaf);
            return positions[leaf];
        }
    }

    private ContextTerm Term(Hash32 leaf, Dictionary<Hash32, ulong> places) => places.TryGetValue(leaf, out var index)
        ? new ContextTerm.Place(index)
        : _shown.TryGetValue(leaf, out var entry) ? new ContextTerm.Verbatim(entry) : new ContextTerm.Hidden(leaf);

    private SealEntry? Seal(Hash32 leaf, Dictionary<Hash32, ulong> places) => places.TryGetValue(leaf, out var index)
        ? Entry.Decode(_entries[index].Span) as SealEntry
        : _shown.TryGetValue(leaf, out var entry) ? Entry.Decode(entry.Span) as SealEntry : null;
}
