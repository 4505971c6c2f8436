using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Fuzz.Targets;

/// <summary>
/// What the city of the vectors really signed, gathered from its valid evidence files. Nothing else may ever be proved by a mutant of them: no other entry,
/// place, checkpoint, cosigner or time, and no other meaning of a reading than a plain walk over the log gives.
/// </summary>
internal sealed class EvidenceTruth
{
    private readonly Dictionary<Hash32, SortedDictionary<ulong, byte[]>> _logs = [];
    private readonly Dictionary<string, NoteCheck> _anchors = [];
    private readonly Dictionary<Hash32, ulong?> _beacons = [];
    private readonly HashSet<Checkpoint> _blocks = [];

    public EvidenceTruth()
    {
        foreach (var seed in EvidenceSeeds.Valid)
            Learn(EvidenceFile.Parse(seed));
    }

    /// <summary>What a verdict claims beyond the truth; null if nothing.</summary>
    public string? Objection(Verdict verdict)
    {
        if (verdict.Outcome == Outcome.Invalid)
            return null;
        var anchor = verdict.Receipt!.Anchor.ToString();
        if (!_anchors.TryGetValue(anchor, out var accepted))
            return "a checkpoint that no quorum accepted";
        if (verdict.Gateway!.ToString() != accepted.Checkpoint!.Origin || verdict.Receipt.Checkpoint != accepted.Checkpoint || !verdict.AcceptedBy.SequenceEqual(accepted.Cosigners))
            return "another gateway, checkpoint or cosigner than the anchor has";
        if (!_blocks.Contains(verdict.Receipt.Block.Block.Checkpoint!))
            return "a block that the city did not make";
        var log = _logs[accepted.Checkpoint.Root];
        if (verdict.Entries.Any(e => !log.TryGetValue(e.Index, out var bytes) || !Same(e.Entry, bytes)))
            return "an entry that the log does not have at that place";
        var shown = verdict.Entries.Select(e => e.Index).ToHashSet();
        if (verdict.Complete.Any(r => r.Last < r.First || r.Count > (ulong)shown.Count || Enumerable.Range(0, (int)r.Count).Any(i => !shown.Contains(r.First + (ulong)i))))
            return "complete where entries are withheld";
        var notAfter = TimeBounds.SignedBy(VectorKeys.Policy, accepted.Cosigners);
        return verdict.Readings.Select(r => Wrong(r, log, notAfter, verdict)).FirstOrDefault(w => w is not null);
    }

    private void Learn(EvidenceFile file)
    {
        var receipt = TlogProof.Parse(file.Receipt.Span);
        var anchor = AnchorLeaf.Parse(receipt.Extra!.Value.Span);
        var checkpoint = Checkpoint.Parse(anchor);
        _anchors[anchor.ToString()] = VectorKeys.Policy.Check(anchor, checkpoint.Origin);
        _blocks.Add(Checkpoint.Parse(receipt.Note));
        if (!_logs.TryGetValue(checkpoint.Root, out var log))
            _logs[checkpoint.Root] = log = [];
        foreach (var entry in file.Entries)
            log[entry.Index] = entry.Bytes.ToArray();
        foreach (var block in file.Blocks)
            _beacons[TreeHasher.Sha256.Hash(block.Span)] = TimeBounds.SignedFrom(VectorKeys.Policy, VectorKeys.Policy.Check(SignedNote.Parse(block.Span), "city.example").Cosigners);
    }

    private string? Wrong(ProvedReading proved, SortedDictionary<ulong, byte[]> log, ulong? notAfter, Verdict verdict)
    {
        var before = log.Where(e => e.Key < proved.Index).Select(e => (Entry: Entry.Decode(e.Value), Leaf: TreeHasher.Sha256.Leaf(e.Value))).ToList();
        var sinceBoot = before.Skip(Math.Max(0, before.FindLastIndex(e => e.Entry is BootEntry))).ToList();
        var boot = sinceBoot.FirstOrDefault(e => e.Entry is BootEntry);
        var configuration = sinceBoot.LastOrDefault(e => (e.Entry as ConfigurationEntry)?.Channel == proved.Reading.Channel);
        var calibration = sinceBoot.LastOrDefault(e => (e.Entry as CalibrationEntry)?.Channel == proved.Reading.Channel);
        var clock = sinceBoot.LastOrDefault(e => e.Entry is ClockEntry);
        var seal = before.LastOrDefault(e => e.Entry is SealEntry);
        if (new ReadingContext(boot.Leaf, configuration.Leaf, calibration.Leaf, clock.Leaf, seal.Leaf).Hash(TreeHasher.Sha256) != proved.Reading.Context)
            return $"reading {proved.Index} under a context that was not in force";
        if (!(Equals(proved.Boot, boot.Entry) && Equals(proved.Configuration, configuration.Entry) && Equals(proved.Calibration, calibration.Entry) && Equals(proved.Clock, clock.Entry) && Equals(proved.Seal, seal.Entry)))
            return $"reading {proved.Index} with another meaning";
        if (proved.NotAfter != notAfter)
            return $"reading {proved.Index} not after {proved.NotAfter}, truly {notAfter}";
        if (proved.NotBefore is { } notBefore && !((seal.Entry as SealEntry)?.Beacon is { } beacon && _beacons.TryGetValue(beacon.Hash, out var signed) && signed == notBefore))
            return $"reading {proved.Index} not before {notBefore}";
        return verdict.Outcome == Outcome.Valid && (proved.NotBefore is null || proved.NotAfter is null) ? $"reading {proved.Index} valid without reservation, though a bound is missing" : null;
    }

    // Records hold lists, which compare by reference: what they encode to is compared.
    private static bool Same(Entry entry, byte[] bytes) => entry is UnknownEntry ? Entry.Decode(bytes) == entry : entry.Encode(bytes.AsSpan(4, Salt.Size)).AsSpan().SequenceEqual(bytes);
}
