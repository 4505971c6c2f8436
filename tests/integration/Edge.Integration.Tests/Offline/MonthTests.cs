using Edge.Testing;
using Edge.Torture.Month;

namespace Edge.Integration.Tests.Offline;

/// <summary>What <c>./edge torture month</c> shows of thirty days, of little more than an hour.</summary>
public sealed class MonthTests
{
    [Fact]
    public void A_time_without_the_city_takes_the_disk_foretold_and_no_more_memory_and_one_anchor_catches_up()
    {
        using var folder = new TemporaryDirectory();

        var report = new MonthTorture(folder.Path, TimeProvider.System, _ => { }).Run(days: 0.05, seed: 1, CancellationToken.None);

        Assert.Empty(report.Faults);
        Assert.InRange(report.Readings, 43_190, 43_210);
        Assert.InRange(report.AnchorBytes, 300, MonthTorture.MostAnchorBytes);
    }
}
