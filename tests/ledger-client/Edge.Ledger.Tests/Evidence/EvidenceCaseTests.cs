using System.Text;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests.Evidence;

public sealed class EvidenceCaseTests
{
    public static TheoryData<string> Names() => [.. EvidenceCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_file_gets_the_verdict_it_deserves(string name)
    {
        var one = EvidenceCases.All.Single(c => c.Name == name);
        var verifier = new EvidenceVerifier(TrustPolicy.Parse(Encoding.UTF8.GetBytes(one.Policy)));
        if (one.Outcome is null)
        {
            Assert.Throws<MalformedException>(() => verifier.Verify(one.File));
            return;
        }

        var verdict = verifier.Verify(one.File);
        Assert.Equal(one.Findings, verdict.Findings.Select(f => f.Code));
        Assert.Equal(one.Outcome, verdict.Outcome);
        Assert.Equal(verdict.Outcome == Outcome.Invalid, verdict.Entries.Count == 0 && verdict.Readings.Count == 0 && verdict.Gateway is null);
    }

    [Fact]
    public void Every_finding_is_found_somewhere() =>
        Assert.Empty(Enum.GetValues<FindingCode>().Except(EvidenceCases.All.SelectMany(c => c.Findings)).Except(EquivocationCases.All.SelectMany(c => c.Findings)));

    [Fact]
    public void A_lying_minority_moves_no_bound()
    {
        var honest = Verify("other departments signed the block than the anchor").Readings[0];
        var lied = Verify("one department's clock in the far future").Readings[0];
        Assert.Equal((honest.NotBefore, (ulong)Scene.Start + 62), (lied.NotBefore, lied.NotAfter!.Value));
        Assert.Equal(lied.NotAfter, honest.NotAfter);
    }

    private static Verdict Verify(string name)
    {
        var one = EvidenceCases.All.Single(c => c.Name == name);
        return new EvidenceVerifier(TrustPolicy.Parse(Encoding.UTF8.GetBytes(one.Policy))).Verify(one.File);
    }
}
