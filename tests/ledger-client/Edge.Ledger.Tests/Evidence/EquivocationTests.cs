using System.Text;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests.Evidence;

public sealed class EquivocationTests
{
    private readonly TestKeys _keys = new();

    public static TheoryData<string> Names() => [.. EquivocationCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_accusation_gets_the_verdict_it_deserves(string name)
    {
        var one = EquivocationCases.All.Single(c => c.Name == name);
        var verifier = new EquivocationVerifier(TrustPolicy.Parse(Encoding.UTF8.GetBytes(one.Policy)));
        if (one.Outcome is null)
        {
            Assert.Throws<MalformedException>(() => verifier.Verify(one.File));
            return;
        }

        var verdict = verifier.Verify(one.File);
        Assert.Equal(one.Findings, verdict.Fault is { } fault ? [fault.Code] : []);
        Assert.Equal(verdict.IsProved, verdict.First is not null && verdict.Second is not null);
        Assert.Equal(one.File, verdict.IsProved ? EquivocationFile.Parse(one.File).ToBytes() : one.File);
    }

    [Fact]
    public void An_accusation_shows_which_departments_were_deceived()
    {
        var one = EquivocationCases.All.Single(c => c.Name == "a smaller and a larger checkpoint");
        var verdict = new EquivocationVerifier(_keys.Policy).Verify(one.File);
        Assert.Equal(["water", "energy", "environment"], verdict.First!.Cosigners.Select(c => c.Witness));
        Assert.Equal(["justice"], verdict.Second!.Cosigners.Select(c => c.Witness));
        Assert.Equal((13UL, 20UL), (verdict.First.Checkpoint!.Size, verdict.Second.Checkpoint!.Size));
    }

    [Fact]
    public void Of_every_pair_of_sizes_a_fork_is_proved_and_a_continuation_is_not()
    {
        var (one, other) = (EquivocationCases.History(false), EquivocationCases.History(true));
        var verifier = new EquivocationVerifier(_keys.Policy);
        for (ulong m = 1; m <= one.Size; m++)
        {
            for (ulong n = 1; n <= one.Size; n++)
            {
                var fork = Accusation.Between(EquivocationCases.Note(one, m), EquivocationCases.Note(other, n), m > n ? one : other, 20, out var relation);
                Assert.Equal(Reconciliation.Irreconcilable, relation);
                Assert.True(verifier.Verify(fork!.ToBytes()).IsProved, $"{m}, {n}");
                Assert.Null(Accusation.Between(EquivocationCases.Note(one, m), EquivocationCases.Note(one, n), one, 20, out relation));
                Assert.Equal(m == n ? Reconciliation.Same : Reconciliation.Continued, relation);
            }
        }
    }

    [Fact]
    public void Without_the_larger_tree_nothing_is_said_of_two_sizes()
    {
        var (one, other) = (EquivocationCases.History(false), EquivocationCases.History(true));
        Assert.Null(Accusation.Between(EquivocationCases.Note(one, 5), EquivocationCases.Note(other, 9), null, 0, out var relation));
        Assert.Equal(Reconciliation.NotShown, relation);
        Assert.Null(Accusation.Between(EquivocationCases.Note(one, 5), EquivocationCases.Note(other, 9), one, 20, out relation));
        Assert.Equal(Reconciliation.NotShown, relation);
    }
}
