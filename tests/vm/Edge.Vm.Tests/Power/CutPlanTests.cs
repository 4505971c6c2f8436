using Edge.Torture.Power;

namespace Edge.Vm.Tests.Power;

public class CutPlanTests
{
    [Fact]
    public void A_seed_always_cuts_at_the_same_place() =>
        Assert.All(Enumerable.Range(0, 100), seed => Assert.Equal(CutPlan.Of((ulong)seed), CutPlan.Of((ulong)seed)));

    [Fact]
    public void Seeds_cut_ordinary_work_most_often_and_every_recovery_sometimes()
    {
        var plans = Enumerable.Range(0, 1000).Select(seed => CutPlan.Of((ulong)seed)).ToList();

        Assert.InRange(plans.Count(p => p.From == CutPhase.Booting), 50, 150);
        Assert.InRange(plans.Count(p => p.From == CutPhase.Opening), 50, 150);
        Assert.InRange(plans.Count(p => p.CountsAcknowledgements), 100, 300);
        Assert.All(plans, p => Assert.InRange(p.Count, 1, 250));
    }
}
