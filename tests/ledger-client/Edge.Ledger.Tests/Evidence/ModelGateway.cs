using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>A gateway's log in memory, which knows what is in force as a gateway does. The same bytes on every run.</summary>
internal sealed class ModelGateway(NoteSigner signer)
{
    private readonly List<byte[]> _entries = [];
    private readonly TreeHasher _hasher = TreeHasher.OfLog(signer.Name);
    private readonly MemoryTree _tree = new(TreeHasher.OfLog(signer.Name));
    private readonly Dictionary<string, ulong> _configurations = [];
    private readonly Dictionary<string, ulong> _calibrations = [];
    private readonly Dictionary<ulong, ulong[]> _contexts = [];
    private readonly Dictionary<ulong, ReadingContext> _opened = [];
    private ulong _firstOfBatch;

    public ulong Size => _tree.Size;

    public ulong? Boot { get; private set; }

    public ulong? Clock { get; private set; }

    public ulong? Seal { get; private set; }

    /// <summary>Wall time of the next reading, POSIX seconds; null while the clock is not synchronised.</summary>
    public double? Now { get; set; }

    public INodeSource Tree => _tree;

    public byte[] Bytes(ulong index) => _entries[(int)index];

    public ulong Append(Entry entry)
    {
        Span<byte> salt = stackalloc byte[Salt.Size];
        Salt.Derive("a model's secret"u8, Size, salt);
        var index = Append(entry.Encode(salt));
        switch (entry)
        {
            case BootEntry:
                Boot = index;
                Clock = null;
                _configurations.Clear();
                _calibrations.Clear();
                break;
            case ClockEntry:
                Clock = index;
                break;
            case ConfigurationEntry configuration:
                _configurations[configuration.Channel] = index;
                break;
            case CalibrationEntry calibration:
                _calibrations[calibration.Channel] = index;
                break;
            case SealEntry:
                Seal = index;
                _firstOfBatch = index + 1;
                break;
        }

        return index;
    }

    public ulong Append(byte[] entry)
    {
        _entries.Add(entry);
        _tree.Append(entry);
        return Size - 1;
    }

    /// <param name="lie">What a dishonest gateway names instead of what is in force.</param>
    public ulong Read(
        string channel, string unit, double? value, long? raw = null, Quality quality = Quality.Good, Reason reason = Reason.None, Func<ReadingContext, ReadingContext>? lie = null)
    {
        ulong[] places = [.. new[] { Boot, Known(_configurations, channel), Known(_calibrations, channel), Clock, Seal }.OfType<ulong>()];
        var context = new ReadingContext(Leaf(Boot), Leaf(Known(_configurations, channel)), Leaf(Known(_calibrations, channel)), Leaf(Clock), Leaf(Seal));
        if (lie is not null)
            context = lie(context);
        WallTime? wall = Now is { } now ? new WallTime(now, 12) : null;
        var index = Append(new ReadingEntry(channel, unit, value, raw, quality, reason, 1_000_000 * Size, wall, context.Hash(_hasher)));
        _contexts[index] = places;
        _opened[index] = context;
        return index;
    }

    public ulong Close(Beacon? beacon) => Append(new SealEntry(
        _firstOfBatch, Size - 1, default, 0, 1_000_000 * Size, Now is { } now ? new WallTime(now, 12) : null, ClockSource.Kernel, beacon, Leaf(Seal)));

    public Checkpoint Checkpoint() => new(signer.Name, _tree.Size, _tree.Root);

    /// <summary>Cuts evidence: the subjects, what gives the readings among them their meaning, the proof.</summary>
    public EvidenceFile Cut(TlogProof receipt, ulong size, IEnumerable<SignedNote> blocks, params ulong[] subjects) =>
        Disclose(receipt, size, blocks, subjects, [.. subjects.SelectMany(s => _contexts.GetValueOrDefault(s, [])).Concat(subjects)]);

    /// <summary>Discloses exactly these entries, whether they belong together or not.</summary>
    public EvidenceFile Disclose(TlogProof receipt, ulong size, IEnumerable<SignedNote> blocks, ulong[] subjects, ulong[] disclosed)
    {
        ulong[] indices = [.. disclosed.Distinct().Order()];
        return new EvidenceFile(
            subjects,
            [.. indices.Select(i => new DisclosedEntry(i, _entries[(int)i]))],
            ProofBuilder.Multi(_tree, indices, size),
            receipt.ToBytes(),
            [.. blocks.Select(b => (ReadOnlyMemory<byte>)b.ToBytes())]);
    }

    /// <summary>Cuts compact evidence: the subjects, their contexts opened, what is in them shown as far as wanted.</summary>
    public CompactEvidence Compact(TlogProof receipt, ulong size, IEnumerable<SignedNote> blocks, Func<Entry, bool> shows, params ulong[] subjects)
    {
        var composer = new EvidenceComposer(_hasher);
        foreach (var subject in subjects)
        {
            composer.Disclose(subject, _entries[(int)subject]);
            if (_opened.TryGetValue(subject, out var context))
                composer.Open(context);
        }

        foreach (var entry in _entries.Where(e => shows(Entry.Decode(e))))
            composer.Show(entry);
        foreach (var block in blocks)
            composer.Bound(block);
        return composer.Compose(ProofBuilder.Multi(_tree, subjects, size), receipt);
    }

    private static ulong? Known(Dictionary<string, ulong> places, string channel) => places.TryGetValue(channel, out var index) ? index : null;

    public Hash32 Leaf(ulong? index) => index is { } known ? _hasher.Leaf(_entries[(int)known]) : default;
}
