using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>Checks evidence against a policy, offline: the policy's keys are the only thing trusted. See SPEC.md, Verification.</summary>
public sealed class EvidenceVerifier(TrustPolicy policy)
{
    /// <exception cref="MalformedException">The bytes are not an evidence file; nothing can be said of them.</exception>
    public Verdict Verify(ReadOnlySpan<byte> bytes)
    {
        if (EvidenceFile.IsEvidence(bytes) && !EvidenceFile.IsIntact(bytes))
            return Invalid(FindingCode.FileAltered);
        return Verify(EvidenceFile.Parse(bytes));
    }

    /// <inheritdoc cref="Verify(ReadOnlySpan{byte})"/>
    public Verdict Verify(EvidenceFile file)
    {
        var receiptProof = TlogProof.Parse(file.Receipt.Span);
        var anchor = AnchorLeaf.Parse((receiptProof.Extra ?? throw new MalformedException("receipt: it does not carry the anchor")).Span);
        var origin = Checkpoint.Parse(anchor).Origin;
        if (LogOrigin.TryParse(origin) is not { GatewayId: not null } gateway)
            return Invalid(FindingCode.NotAGateway, origin);
        var accepted = policy.Check(anchor, origin);
        if (!accepted.IsAccepted)
            return Invalid(OfAnchor(accepted.Fault), accepted.Detail, accepted.Fault);
        var receipt = Receipt.Verify(receiptProof, policy, gateway, out var problem);
        if (receipt is null)
            return problem is { Fault: CityFault.Block, Note: { } note } ? Invalid(FindingCode.BlockNotAccepted, note.Detail, note.Fault) : Invalid(FindingCode.NotInBlock);
        if (!IsInLog(file, receipt.Checkpoint))
            return Invalid(FindingCode.NotInLog);

        var entries = file.Entries.Select(e => new ProvedEntry(e.Index, Entry.Decode(e.Bytes.Span))).ToList();
        if (BlocksOf(file, entries, gateway.City, out var blocks) is { } beaconFault)
            return new Verdict([beaconFault]);

        var context = new ContextInForce(receipt.Checkpoint.Hasher);
        var notAfter = TimeBounds.SignedBy(policy, accepted.Cosigners);
        var subjects = file.Subjects.ToHashSet();
        var readings = new List<ProvedReading>();
        var findings = new List<Finding>();
        foreach (var (bytes, (index, entry)) in file.Entries.Zip(entries))
        {
            if (subjects.Contains(index))
            {
                if (entry is UnknownEntry)
                    findings.Add(new Finding(FindingCode.UnknownKind, $"{index}"));
                else if (entry is not ReadingEntry && notAfter is null)
                    findings.Add(new Finding(FindingCode.NoUpperBound, $"{index}"));
                if (entry is ReadingEntry reading)
                {
                    if (context.Prove(index, reading) is not { } proved)
                        return Invalid(FindingCode.ContextMismatch, $"{index}");
                    proved = proved with { NotBefore = LowerBound(proved, blocks), NotAfter = notAfter };
                    readings.Add(proved);
                    findings.AddRange(TimeFindings.Of(proved));
                }
            }

            context.Pass(entry, bytes.Bytes.Span);
        }

        return new Verdict(findings)
        {
            Gateway = gateway,
            Receipt = receipt,
            AcceptedBy = accepted.Cosigners,
            Readings = readings,
            Entries = entries,
            Complete = IndexRange.Runs(file.Subjects),
        };
    }

    private static bool IsInLog(EvidenceFile file, Checkpoint checkpoint)
    {
        ulong[] indices = [.. file.Entries.Select(e => e.Index)];
        Hash32[] leaves = [.. file.Entries.Select(e => checkpoint.Hasher.Leaf(e.Bytes.Span))];
        return MultiProof.TryComputeRoot(checkpoint.Hasher, checkpoint.Size, indices, leaves, [.. file.Proof], out var root) && root == checkpoint.Root;
    }

    /// <summary>Each block in the file must be named by a disclosed seal, once, in order, and be accepted by the policy.</summary>
    private Finding? BlocksOf(EvidenceFile file, List<ProvedEntry> entries, string city, out Dictionary<Hash32, ulong?> blocks)
    {
        blocks = [];
        var named = entries.Select(e => (e.Entry as SealEntry)?.Beacon?.Hash).OfType<Hash32>().Distinct().ToList();
        var place = 0;
        foreach (var bytes in file.Blocks)
        {
            var hash = TreeHasher.Sha256.Hash(bytes.Span);
            place = named.IndexOf(hash, place) + 1;
            if (place == 0)
                throw new MalformedException("evidence: a city block that no disclosed seal names, or not in the order of the seals");
            var check = policy.Check(SignedNote.Parse(bytes.Span), city);
            if (!check.IsAccepted)
                return new Finding(FindingCode.BeaconNotAccepted, check.Detail, check.Fault);
            blocks[hash] = TimeBounds.SignedFrom(policy, check.Cosigners);
        }

        return null;
    }

    private static ulong? LowerBound(ProvedReading reading, Dictionary<Hash32, ulong?> blocks) =>
        reading.Seal?.Beacon is { } beacon && blocks.TryGetValue(beacon.Hash, out var signed) ? signed : null;

    private static FindingCode OfAnchor(NoteFault fault) => fault switch
    {
        NoteFault.UnknownLog => FindingCode.GatewayUnknown,
        NoteFault.BadCosignature => FindingCode.DepartmentSignature,
        NoteFault.NoQuorum => FindingCode.NoQuorum,
        _ => FindingCode.GatewaySignature,
    };

    private static Verdict Invalid(FindingCode code, string detail = "", NoteFault cause = NoteFault.None) => new([new Finding(code, detail, cause)]);
}
