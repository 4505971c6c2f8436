using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Faults;

/// <summary>A real gateway whose wall clock is set under it.</summary>
public sealed class ClockFaultTests
{
    private const double Hour = 3600;
    private const double FiftyYears = 50 * 365.25 * 24 * Hour;
    private const double Days = 20 * 24 * Hour;

    [FakedClockFact]
    public async Task Fifty_years_forward_and_an_hour_back_twice_are_noted_and_every_reading_gets_its_time()
    {
        using var clock = new FakedClock("+0");
        await using var gateway = new LoneGateway();
        gateway.Start(clock.Environment);
        await gateway.GoesOnAsync();
        var steps = 0;
        foreach (var offset in new[] { "+50y", "-1h", "-2h" })
        {
            clock.Set(offset);
            steps++;
            await gateway.LogAsync("the clock: it was set, vouched for by: ", steps);
            await gateway.GoesOnAsync();
        }

        await gateway.StopAsync();
        gateway.RequireEveryReading();
        var entries = gateway.Entries();
        var set = entries.OfType<ClockEntry>().ToList();
        Assert.Equal(3, set.Count);
        double[] by = [FiftyYears, -FiftyYears - Hour, -Hour];
        Assert.All(set.Zip(by), s => Assert.InRange(s.First.After!.Value.Seconds - s.First.Before!.Value.Seconds, s.Second - Days, s.Second + Days));
        RequireTimes(entries);
    }

    [FakedClockFact]
    public async Task A_start_in_1970_has_no_wall_time_until_the_clock_is_set_and_then_every_reading_gets_its_own()
    {
        using var clock = new FakedClock("-56y");
        await using var gateway = new LoneGateway();
        gateway.Start(clock.Environment);
        await gateway.GoesOnAsync();
        clock.Set("+0");
        await gateway.LogAsync("the clock:");
        await gateway.GoesOnAsync();
        await gateway.StopAsync();

        var entries = gateway.Entries();
        Assert.Contains(entries.OfType<ReadingEntry>(), r => r.Wall is null);
        Assert.Null(Assert.Single(entries.OfType<BootEntry>()).Wall);
        RequireTimes(entries);
    }

    /// <summary>Readings stand in the order they were taken in, and the times that readers show are as far apart as they were.</summary>
    private static void RequireTimes(List<Entry> entries)
    {
        var clocks = new ClockHistory();
        clocks.Add(Assert.Single(entries.OfType<BootEntry>()));
        foreach (var set in entries.OfType<ClockEntry>())
            clocks.Add(set);
        var readings = entries.OfType<ReadingEntry>().ToList();
        Assert.Equal(readings.Select(r => r.Monotonic).Order(), readings.Select(r => r.Monotonic));
        var first = Shown(readings[0]);
        Assert.All(readings, r => Assert.Equal((r.Monotonic - readings[0].Monotonic) / 1e9, Shown(r) - first, 2.5));

        double Shown(ReadingEntry reading) => clocks.Of(reading.Monotonic, reading.Wall)!.Value.Wall.Seconds;
    }
}
