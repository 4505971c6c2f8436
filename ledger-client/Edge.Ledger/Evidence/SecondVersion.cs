using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>Verification of edge-evidence/v2: roots follow from the proofs, contexts are opened out of the readings' own hashes.</summary>
internal static class SecondVersion
{
    /// <exception cref="MalformedException">Nothing can be said of the file.</exception>
    public static Verdict Verify(TrustPolicy policy, CompactEvidence file)
    {
        if (Anchorage.Gateway(file.Anchor.Origin) is not { } gateway)
            return Verdict.Invalid(new Finding(FindingCode.NotAGateway, file.Anchor.Origin));
        var leaves = EntryLeaves.Of(gateway.Hasher, file.Entries);
        if (file.ImpliedAnchor(leaves) is not { } anchor)
            return Verdict.Invalid(new Finding(FindingCode.NotInLog));
        var receipt = Anchorage.Check(policy, gateway, anchor, file.ImpliedReceipt(anchor), out var fault);
        if (receipt is null)
            return Verdict.Invalid(fault);

        var entries = file.Entries.Select(e => new ProvedEntry(e.Index, Entry.Decode(e.Bytes.Span))).ToList();
        var contexts = new ContextBook(gateway.Hasher, file, entries, leaves);
        if (Anchorage.CheckBlocks(policy, gateway.City, contexts.NamedBlocks(), file.Beacons, out var blocks) is { } beaconFault)
            return Verdict.Invalid(beaconFault);

        var proof = new ProofOfSubjects(blocks, TimeBounds.SignedBy(policy, receipt.Accepted.Cosigners));
        var run = new RunInForce();
        for (var i = 0; i < entries.Count; i++)
        {
            var (index, entry) = entries[i];
            if (i > 0 && index != entries[i - 1].Index + 1)
                run.Begin();
            run.Pass(entry, leaves[i]);
            if (entry is not ReadingEntry reading)
                proof.Add(index, entry);
            else if (!contexts.TryFind(reading, out var context))
                proof.Add(new ProvedReading(index, reading, null, null, null, null, null, null, null), isDisclosed: false);
            else if (contexts.Prove(index, reading, context) is { } proved && run.Allows(reading.Channel, contexts.Named(context)))
                proof.Add(proved, contexts.IsDisclosed(context));
            else
                return Verdict.Invalid(new Finding(FindingCode.ContextMismatch, $"{index}"));
        }

        return proof.Verdict(gateway, receipt, entries, IndexRange.Runs(file.Entries.Select(e => e.Index)));
    }
}
