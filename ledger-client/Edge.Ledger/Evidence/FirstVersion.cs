using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>Verification of edge-evidence/v1: what gives readings their meaning is disclosed in the log, and found by walking the disclosed entries.</summary>
internal static class FirstVersion
{
    /// <exception cref="MalformedException">Nothing can be said of the file.</exception>
    public static Verdict Verify(TrustPolicy policy, EvidenceFile file)
    {
        var (inBlock, anchor, beacons) = file.ReadNotes();
        var origin = Checkpoint.Parse(anchor).Origin;
        foreach (var note in beacons.Prepend(inBlock.Note))
            _ = Checkpoint.Parse(note);
        if (Anchorage.Gateway(origin) is not { } gateway)
            return Verdict.Invalid(new Finding(FindingCode.NotAGateway, origin));
        var receipt = Anchorage.Check(policy, gateway, anchor, inBlock, out var fault);
        if (receipt is null)
            return Verdict.Invalid(fault);
        if (!IsInLog(file, receipt.Checkpoint))
            return Verdict.Invalid(new Finding(FindingCode.NotInLog));

        var entries = file.Entries.Select(e => new ProvedEntry(e.Index, Entry.Decode(e.Bytes.Span))).ToList();
        var named = entries.Select(e => (e.Entry as SealEntry)?.Beacon?.Hash).OfType<Hash32>().Distinct().ToList();
        if (Anchorage.CheckBlocks(policy, gateway.City, named, beacons, out var blocks) is { } beaconFault)
            return Verdict.Invalid(beaconFault);

        var context = new ContextInForce(receipt.Checkpoint.Hasher);
        var subjects = file.Subjects.ToHashSet();
        var proof = new ProofOfSubjects(blocks, TimeBounds.SignedBy(policy, receipt.Accepted.Cosigners));
        foreach (var (bytes, (index, entry)) in file.Entries.Zip(entries))
        {
            if (subjects.Contains(index) && entry is ReadingEntry reading)
            {
                if (context.Prove(index, reading) is not { } proved)
                    return Verdict.Invalid(new Finding(FindingCode.ContextMismatch, $"{index}"));
                proof.Add(proved, isDisclosed: true);
            }
            else if (subjects.Contains(index))
            {
                proof.Add(index, entry);
            }

            context.Pass(entry, bytes.Bytes.Span);
        }

        return proof.Verdict(gateway, receipt, entries, IndexRange.Runs(file.Subjects));
    }

    private static bool IsInLog(EvidenceFile file, Checkpoint checkpoint)
    {
        ulong[] indices = [.. file.Entries.Select(e => e.Index)];
        var leaves = EntryLeaves.Of(checkpoint.Hasher, file.Entries);
        return MultiProof.TryComputeRoot(checkpoint.Hasher, checkpoint.Size, indices, leaves, [.. file.Proof], out var root) && root == checkpoint.Root;
    }
}
