using Edge.Torture.Power;

namespace Edge.Vm.Tests.Power;

public class PowerReportTests
{
    private static readonly ControlSum Failed = new("no fsync", 1, "12 acknowledged entries are lost", null), Passed = new("ext4 nobarrier", 4, null, null);

    [Fact]
    public void Nothing_lost_and_controls_that_lost_something_is_a_pass() => Assert.EndsWith("PASSED", Assert.IsType<PowerReport>(Report(0, [], Failed)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void One_fault_or_lost_entry_is_none()
    {
        Assert.False(Report(0, ["the receipt is not held"], Failed).IsPassed);
        Assert.EndsWith("FAILED", Report(1, [], Failed).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rig_in_which_a_control_lost_nothing_or_without_controls_does_not_count()
    {
        Assert.False(Report(0, []).IsPassed);
        Assert.False(Report(0, [], Failed, Passed).IsPassed);
        Assert.Contains("THE RIG DOES NOT COUNT", Report(0, [], Failed, Passed).ToString(), StringComparison.Ordinal);
        Assert.False(Report(0, [], Failed, Passed).ToJson()["passed"]!.GetValue<bool>());
    }

    private static PowerReport Report(long lost, string[] faults, params ControlSum[] controls) => new(1, 3, default, lost, faults, controls, TimeSpan.FromSeconds(1));
}
