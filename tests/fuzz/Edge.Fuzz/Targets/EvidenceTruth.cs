using Edge.Fuzz.Seeds;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Fuzz.Targets;

/// <summary>
/// What the city of the vectors really signed, gathered from its valid evidence files. Nothing else may ever be proved by a mutant of them: no other entry,
/// place, checkpoint, cosigner or time, and no other meaning of a reading than the one whose hash it carries. What is left out must be said.
/// </summary>
internal sealed class EvidenceTruth
{
    private static readonly TreeHasher Hasher = TreeHasher.Sha256;

    private readonly Dictionary<Hash32, SortedDictionary<ulong, byte[]>> _logs = [];
    private readonly Dictionary<Hash32, byte[]> _entries = [];
    private readonly Dictionary<Hash32, ReadingContext> _contexts = [];
    private readonly Dictionary<string, NoteCheck> _anchors = [];
    private readonly Dictionary<Hash32, ulong?> _beacons = [];
    private readonly HashSet<(string Anchor, Checkpoint Block)> _blocks = [];

    public EvidenceTruth()
    {
        foreach (var seed in EvidenceSeeds.Valid)
        {
            if (CompactEvidence.IsEvidence(seed))
                Learn(CompactEvidence.Parse(seed));
            else
                Learn(EvidenceFile.Parse(seed));
        }
    }

    /// <summary>What a verdict claims beyond the truth; null if nothing.</summary>
    public string? Objection(Verdict verdict)
    {
        if (verdict.Outcome == Outcome.Invalid)
            return null;
        if (!_anchors.TryGetValue(verdict.Receipt!.Anchor.ToString(), out var accepted))
            return "a checkpoint that no quorum accepted";
        if (verdict.Gateway!.ToString() != accepted.Checkpoint!.Origin || verdict.Receipt.Checkpoint != accepted.Checkpoint || !verdict.AcceptedBy.SequenceEqual(accepted.Cosigners))
            return "another gateway, checkpoint or cosigner than the anchor has";
        if (!_blocks.Contains((verdict.Receipt.Anchor.ToString(), verdict.Receipt.Block.Block.Checkpoint!)))
            return "an anchor in a block that the city did not order it into";
        var log = _logs[accepted.Checkpoint.Root];
        if (verdict.Entries.Any(e => !log.TryGetValue(e.Index, out var bytes) || !Same(e.Entry, bytes)))
            return "an entry that the log does not have at that place";
        var shown = verdict.Entries.Select(e => e.Index).ToHashSet();
        if (verdict.Complete.Any(r => r.Last < r.First || r.Count > (ulong)shown.Count || Enumerable.Range(0, (int)r.Count).Any(i => !shown.Contains(r.First + (ulong)i))))
            return "complete where entries are withheld";
        var notAfter = TimeBounds.SignedBy(VectorKeys.Policy, accepted.Cosigners);
        return verdict.Readings.Select(r => Wrong(r, notAfter, verdict)).FirstOrDefault(w => w is not null);
    }

    private void Learn(EvidenceFile file)
    {
        var receipt = TlogProof.Parse(file.Receipt.Span);
        Learn(AnchorLeaf.Parse(receipt.Extra!.Value.Span), receipt.Note, file.Entries, file.Blocks.Select(b => SignedNote.Parse(b.Span)));
        foreach (var (index, bytes) in file.Entries)
        {
            if (Entry.Decode(bytes.Span) is ReadingEntry reading)
                Learn(InForce([.. file.Entries.Where(e => e.Index < index)], reading.Channel));
        }
    }

    private void Learn(CompactEvidence file)
    {
        ulong[] indices = [.. file.Entries.Select(e => e.Index)];
        Hash32[] leaves = [.. file.Entries.Select(e => Hasher.Leaf(e.Bytes.Span))];
        _ = MultiProof.TryComputeRoot(Hasher, file.Anchor.Size, indices, leaves, [.. file.Proof], out var root);
        var anchor = file.Anchor.WithRoot(root);
        _ = InclusionProof.TryComputeRoot(Hasher, Hasher.Leaf(AnchorLeaf.Write(anchor)), file.Index, file.Block.Size, [.. file.Path], out var blockRoot);
        Learn(anchor, file.Block.WithRoot(blockRoot), file.Entries, file.Beacons);
        foreach (var verbatim in file.Terms.OfType<ContextTerm.Verbatim>())
            _entries[Hasher.Leaf(verbatim.Bytes.Span)] = verbatim.Bytes.ToArray();
        Hash32[] terms = [.. file.Terms.Select(t => t switch
        {
            ContextTerm.Place place => leaves[Array.IndexOf(indices, place.Index)],
            ContextTerm.Verbatim entry => Hasher.Leaf(entry.Bytes.Span),
            ContextTerm.Hidden hidden => hidden.Leaf,
            _ => default,
        })];
        foreach (var context in file.Contexts)
            Learn(new ReadingContext(Term(context.Boot), Term(context.Configuration), Term(context.Calibration), Term(context.Clock), Term(context.Seal)));
        Hash32 Term(int? position) => position is { } p ? terms[p] : default;
    }

    private void Learn(SignedNote anchor, SignedNote block, IEnumerable<DisclosedEntry> entries, IEnumerable<SignedNote> beacons)
    {
        var checkpoint = Checkpoint.Parse(anchor);
        _anchors[anchor.ToString()] = VectorKeys.Policy.Check(anchor, checkpoint.Origin);
        _blocks.Add((anchor.ToString(), Checkpoint.Parse(block)));
        if (!_logs.TryGetValue(checkpoint.Root, out var log))
            _logs[checkpoint.Root] = log = [];
        foreach (var (index, bytes) in entries)
            _entries[Hasher.Leaf(bytes.Span)] = log[index] = bytes.ToArray();
        foreach (var beacon in beacons)
            _beacons[CityProof.HashOf(beacon)] = TimeBounds.SignedFrom(VectorKeys.Policy, VectorKeys.Policy.Check(beacon, "city.example").Cosigners);
    }

    private void Learn(ReadingContext context) => _contexts[context.Hash(Hasher)] = context;

    /// <summary>The plain walk of SPEC.md section 2, over all that was disclosed before a reading.</summary>
    private static ReadingContext InForce(IReadOnlyList<DisclosedEntry> before, string channel)
    {
        var entries = before.Select(e => (Entry: Entry.Decode(e.Bytes.Span), Leaf: Hasher.Leaf(e.Bytes.Span))).ToList();
        var sinceBoot = entries.Skip(Math.Max(0, entries.FindLastIndex(e => e.Entry is BootEntry))).ToList();
        return new ReadingContext(
            sinceBoot.FirstOrDefault(e => e.Entry is BootEntry).Leaf,
            sinceBoot.LastOrDefault(e => (e.Entry as ConfigurationEntry)?.Channel == channel).Leaf,
            sinceBoot.LastOrDefault(e => (e.Entry as CalibrationEntry)?.Channel == channel).Leaf,
            sinceBoot.LastOrDefault(e => e.Entry is ClockEntry).Leaf,
            entries.LastOrDefault(e => e.Entry is SealEntry).Leaf);
    }

    private string? Wrong(ProvedReading proved, ulong? notAfter, Verdict verdict)
    {
        if (proved.NotAfter != notAfter)
            return $"reading {proved.Index} not after {proved.NotAfter}, truly {notAfter}";
        var known = _contexts.TryGetValue(proved.Reading.Context, out var context);
        (Entry? Shown, Hash32 Leaf)[] meaning = [(proved.Boot, context.Boot), (proved.Configuration, context.Configuration), (proved.Calibration, context.Calibration), (proved.Clock, context.Clock)];
        if (meaning.Append((proved.Seal, context.Seal)).Any(m => m.Shown is not null && !(known && _entries.TryGetValue(m.Leaf, out var bytes) && Same(m.Shown, bytes))))
            return $"reading {proved.Index} with another meaning than its context has";
        if (proved.NotBefore is { } notBefore && !(proved.Seal?.Beacon is { } beacon && _beacons.TryGetValue(beacon.Hash, out var signed) && signed == notBefore))
            return $"reading {proved.Index} not before {notBefore}";
        var findings = verdict.Findings.Where(f => f.Detail == $"{proved.Index}").Select(f => f.Code).ToHashSet();
        if (proved.NotBefore is null && !findings.Contains(FindingCode.NoLowerBound))
            return $"reading {proved.Index} has no lower bound, and that is not said";
        var isHidden = !known || meaning.Any(m => m.Shown is null && m.Leaf != default);
        return isHidden && !findings.Contains(FindingCode.MeaningNotDisclosed) ? $"reading {proved.Index} has a meaning that is not disclosed, and that is not said" : null;
    }

    // Records hold lists, which compare by reference: what they encode to is compared.
    private static bool Same(Entry entry, byte[] bytes) =>
        entry is UnknownEntry ? Entry.Decode(bytes) == entry : entry.Encode(bytes.AsSpan(4, Salt.Size)).AsSpan().SequenceEqual(bytes);
}
