using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.Evidence;

namespace Edge.Fuzz.Targets;

/// <summary>Equivocation files, and whether they convict.</summary>
internal static class EquivocationTargets
{
    private static readonly byte[][] Files = VectorSeeds.Base64(VectorSeeds.Equivocation, "cases.file");
    private static readonly EquivocationVerifier Verifier = new(VectorKeys.Policy);

    /// <summary>Checkpoints that stand in files which convict: nobody signed any other.</summary>
    private static readonly HashSet<string> Signed =
        [.. VectorSeeds.Equivocation.GetProperty("cases").EnumerateArray().Where(c => c.GetProperty("verdict").GetString() == "proved")
            .Select(c => EquivocationFile.Parse(c.GetProperty("file").GetBytesFromBase64())).SelectMany(f => new[] { Text(f.First), Text(f.Second) })];

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<EquivocationFile>("equivocation", Files, b => EquivocationFile.Parse(b))
        {
            Mutations = Forms.Cbor(),
            Repair = EvidenceDigest.Repair,
            Allocation = new AllocationBound(256, 64 * 1024),
            Writer = file => file.ToBytes(),
            Description = file => $"{file.Prefix is null} {file.Proof.Count} {file.First.Signatures.Count} {file.Second.Signatures.Count}",
            Cost = 4,
        },
        new ParserTarget<EquivocationFile>("equivocation-forged", Files, Convict)
        {
            Mutations = Forms.Cbor(),
            Repair = EvidenceDigest.Repair,
            Allocation = new AllocationBound(256, 128 * 1024),
            Description = file => $"{file.Prefix is null} {file.Proof.Count}",
            Judge = file => Signed.Contains(Text(file.First)) && Signed.Contains(Text(file.Second)) && Text(file.First) != Text(file.Second) ? null : "a checkpoint that the log did not sign",
            Cost = 60,
        },
    ];

    private static EquivocationFile Convict(ReadOnlySpan<byte> bytes)
    {
        var verdict = Verifier.Verify(bytes);
        return verdict.IsProved ? EquivocationFile.Parse(bytes) : throw new MalformedException($"not proved: {verdict.Fault!.Value.Code}: {verdict.Fault.Value.Cause}");
    }

    private static string Text(Edge.Ledger.Notes.SignedNote note) => System.Text.Encoding.UTF8.GetString(note.Text.Span);
}
