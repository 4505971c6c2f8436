using System.Collections.Concurrent;
using Edge.Testing;
using Edge.Torture.Power;

namespace Edge.Vm.Tests.Power;

public class PowerTests
{
    [VmFact]
    public async Task Three_power_cuts_lose_nothing_that_was_acknowledged_and_both_controls_do()
    {
        using var folder = new TemporaryDirectory();
        var course = new ConcurrentQueue<string>();

        var report = await new PowerTorture(folder.Path, TimeProvider.System, course.Enqueue).RunAsync(3, seed: 2, CancellationToken.None);

        var said = string.Join('\n', course);
        Assert.True(report.RigCounts, said);
        Assert.True(report.IsPassed, said);
        Assert.Equal((3, 2), (report.Cuts, report.Controls.Count));
        Assert.True(report.Acknowledged.Entries > 0, said);
    }
}
