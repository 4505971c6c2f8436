using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.Evidence;

namespace Edge.Fuzz.Targets;

/// <summary>Evidence files of both versions, and what is said of them.</summary>
internal static class EvidenceTargets
{
    // Lists that grow by doubling, and entries copied out of the file.
    private static readonly AllocationBound Parsing = new(24, 16 * 1024);
    private static readonly AllocationBound Verifying = new(96, 128 * 1024);

    private static readonly EvidenceVerifier Verifier = new(VectorKeys.Policy);
    private static readonly EvidenceTruth Truth = new();

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<EvidenceFile>("evidence-v1", EvidenceSeeds.First, b => EvidenceFile.Parse(b))
        {
            Mutations = Forms.Cbor(),
            Repair = EvidenceDigest.Repair,
            Allocation = Parsing,
            Writer = file => file.ToBytes(),
            Description = file => $"{file.Subjects.Count} {file.Entries.Count} {file.Proof.Count} {file.Blocks.Count}",
            Cost = 4,
        },
        new ParserTarget<CompactEvidence>("evidence-v2", EvidenceSeeds.Second, b => CompactEvidence.Parse(b))
        {
            Mutations = Forms.Cbor(),
            Repair = EvidenceDigest.Repair,
            // A name stands in the file once, in the notes that are made again at each signature.
            Allocation = new AllocationBound(256, 64 * 1024),
            Writer = file => file.ToBytes(),
            Description = file => $"{file.Entries.Count} {file.Terms.Count} {file.Contexts.Count} {file.Beacons.Count}",
            Cost = 4,
        },
        Forged("evidence-v1-forged", EvidenceSeeds.First),
        Forged("evidence-v2-forged", EvidenceSeeds.Second),
        Genuine("evidence-v1-genuine", EvidenceSeeds.First),
        Genuine("evidence-v2-genuine", EvidenceSeeds.Second),
    ];

    /// <summary>Mutants with a right digest: what they are said to prove must be true.</summary>
    private static ParserTarget<Verdict> Forged(string name, byte[][] seeds) => new(name, seeds, Verify)
    {
        Mutations = Forms.Cbor(),
        Repair = EvidenceDigest.Repair,
        Allocation = Verifying,
        Description = Findings,
        Judge = Truth.Objection,
        Cost = 100,
    };

    /// <summary>Mutants that are signed anew: anything may be true.</summary>
    private static ParserTarget<Verdict> Genuine(string name, byte[][] seeds) => new(name, seeds, Verify)
    {
        Mutations = Forms.Cbor(),
        Repair = EvidenceReseal.Repair,
        Allocation = Verifying,
        Description = Findings,
        Cost = 300,
    };

    /// <summary>Counts an invalid file as refused.</summary>
    private static Verdict Verify(ReadOnlySpan<byte> bytes)
    {
        var verdict = Verifier.Verify(bytes);
        return verdict.Outcome == Outcome.Invalid ? throw new MalformedException($"invalid: {verdict.Findings[0].Code}: {verdict.Findings[0].Cause}") : verdict;
    }

    private static string Findings(Verdict verdict) => $"{string.Join(' ', verdict.Findings.Select(f => f.Code).Distinct())} {verdict.Readings.Count} {verdict.Entries.Count}";
}
