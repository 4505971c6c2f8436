using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.Evidence;

namespace Edge.Fuzz.Targets;

/// <summary>Evidence files, and what is said of them.</summary>
internal static class EvidenceTargets
{
    // Lists that grow by doubling, and entries copied out of the file.
    private static readonly AllocationBound Parsing = new(24, 16 * 1024);
    private static readonly AllocationBound Verifying = new(64, 64 * 1024);

    public static IEnumerable<FuzzTarget> All
    {
        get
        {
            var verifier = new EvidenceVerifier(VectorKeys.Policy);
            var truth = new EvidenceTruth();
            return
            [
                new ParserTarget<EvidenceFile>("evidence", EvidenceSeeds.All, b => EvidenceFile.Parse(b))
                {
                    Mutations = Forms.Cbor(),
                    Repair = EvidenceDigest.Repair,
                    Allocation = Parsing,
                    Writer = file => file.ToBytes(),
                    Description = file => $"{file.Subjects.Count} {file.Entries.Count} {file.Proof.Count} {file.Blocks.Count}",
                    Cost = 4,
                },
                new ParserTarget<Verdict>("evidence-forged", EvidenceSeeds.All, b => Judged(verifier.Verify(b)))
                {
                    Mutations = Forms.Cbor(),
                    Repair = EvidenceDigest.Repair,
                    Allocation = Verifying,
                    Description = Findings,
                    Judge = truth.Objection,
                    Cost = 100,
                },
                new ParserTarget<Verdict>("evidence-genuine", EvidenceSeeds.All, b => Judged(verifier.Verify(b)))
                {
                    Mutations = Forms.Cbor(),
                    Repair = EvidenceReseal.Repair,
                    Allocation = Verifying,
                    Description = Findings,
                    Cost = 300,
                },
            ];
        }
    }

    /// <summary>Counts an invalid file as refused.</summary>
    private static Verdict Judged(Verdict verdict) =>
        verdict.Outcome == Outcome.Invalid ? throw new MalformedException($"invalid: {verdict.Findings[0].Code}: {verdict.Findings[0].Cause}") : verdict;

    private static string Findings(Verdict verdict) => string.Join(' ', verdict.Findings.Select(f => f.Code).Distinct().Append(default).Select(c => $"{c}")) + $" {verdict.Readings.Count} {verdict.Entries.Count}";
}
