using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Torture.Logs;
using Edge.Vm.Tests.Stacks;

namespace Edge.Vm.Tests.Sensors;

/// <summary>The gateway as a board gets it, under its hardened unit, on /dev/i2c-N and /dev/gpiochipN of a real kernel.</summary>
public sealed class KernelSensorTests(KernelRun run) : IClassFixture<KernelRun>
{
    private const string Rate = "main.flow", Total = "main.volume", Door = "cabinet.door", Constant = "box.clock.temperature";
    private const double PulsesPerLitre = 450;

    /// <summary>As the simulator's buses are configured, and as the adapter's module says that it was told; by itself it waits twice as long.</summary>
    private const string SimulatedBusTimeout = "timeout 5000 ms";

    /// <summary>Longest time from the moment a row drives a device to the stamp of a reading of it: an EZO's round, in an emulated machine whose host is loaded.</summary>
    private const ulong Measuring = 5_000_000_000;

    /// <summary>The device that is taken out, and its channels.</summary>
    private static readonly string[] Unplugged = ["main.pressure", "main.level"];

    [SensorsFact]
    public void Each_reading_of_each_I2C_device_is_what_drove_it()
    {
        var away = (From: run.At("telling fault main.pressure unplugged"), To: run.At("fault main.pressure none") + 5_000_000_000);
        foreach (var channel in I2cChannels())
        {
            var readings = run.Of(channel).Where(r => !Unplugged.Contains(channel) || r.Monotonic < away.From || r.Monotonic > away.To).ToList();
            Assert.True(readings.Count >= 20, $"{channel}: {readings.Count} readings");
            Assert.All(readings, r => Assert.True(Says(r), $"{channel} at {r.Monotonic}: {r.Value} ({r.Quality}, {r.Reason}); driven by {string.Join(", ", Rows(r, Measuring))}"));
            // The tolerance is worth something: against rows before or after, the same readings are mostly wrong.
            Assert.True(channel == Constant || readings.Count(r => !Says(r, 12_000_000_000)) > readings.Count / 3, channel);
        }
    }

    [SensorsFact]
    public void The_adapter_was_told_how_long_a_transfer_may_take() =>
        Assert.Contains(run.Lines("kernel"), l => l.EndsWith(SimulatedBusTimeout, StringComparison.Ordinal));

    [SensorsFact]
    public void Each_pulse_on_the_line_is_counted_or_told_to_be_missing_and_its_rate_is_the_flow()
    {
        var (removed, stopped) = (run.At("fault main.flow unplugged"), run.At("stopped"));
        var first = Bursts().Where(b => b.To < removed).ToList();
        var second = Bursts().Where(b => b.From > run.At("fault main.flow none") + 3_000_000_000 && b.To < stopped).ToList();
        Assert.True(first.Count > 0 && second.Count > 0, $"{first.Count} bursts before the chip was away and {second.Count} behind");
        Assert.All(first.Concat(second), b => Assert.InRange(b.Counted - b.Driven, IsTold(b) ? -b.Driven : -1 - b.Driven * KernelPromises.SilentlyLost, 1));
        Assert.InRange(first.Sum(b => b.Counted - b.Driven), first.Any(IsTold) ? double.MinValue : -1 - first.Sum(b => b.Driven) * KernelPromises.SilentlyLost, 1);

        var steady = run.Of(Rate).Where(r => r.Value > 0 && Rows(r, 1_700_000_000).Distinct().ToList() is [> 0]).ToList();
        Assert.True(steady.Count >= 5, $"{steady.Count} rates");
        // Pulses that the simulator fires late it fires together, so single rates may be far off in a machine that was kept from running.
        var ratios = steady.Select(r => r.Value!.Value / Rows(r, 0).Single()!.Value).Order().ToList();
        Assert.InRange(ratios[ratios.Count / 2], KernelPromises.KeepsEdges ? 0.99 : 0.5, 1.01);
        Assert.True(ratios.Count(r => r > (KernelPromises.KeepsEdges ? 0.9 : 0.5) && r < 1.1) > ratios.Count * 2 / 3, string.Join(' ', ratios));

        bool IsTold((ulong From, ulong To, double Driven, double Counted) burst) =>
            !KernelPromises.KeepsEdges && run.Of(Total).Any(r => r.Monotonic > burst.From && r.Monotonic <= burst.To && r is { Quality: Quality.Uncertain, Reason: Reason.Overrun });
    }

    [SensorsFact]
    public void A_door_is_told_as_it_stands_and_each_time_it_opened()
    {
        var away = (From: run.At("fault main.flow unplugged"), To: run.At("fault main.flow none"));
        var told = run.Of(Door).Where(r => r.Quality == Quality.Good && (r.Monotonic < away.From || r.Monotonic > away.To)).ToList();
        Assert.All(told, r => Assert.Contains(r.Value, Rows(r, Measuring)));
        Assert.True(told.Count(r => r.Value == 0) >= 10 && told.Count(r => r.Value == 1) >= 10, $"{told.Count} readings");
        Assert.True(run.Log.Entries.Count(e => e.Kind == EntryKind.Tamper) >= 2);
    }

    [SensorsFact]
    public void A_chip_that_is_taken_away_is_told_as_removed_and_its_line_is_watched_again_when_it_is_back()
    {
        var (from, to) = (run.At("fault main.flow unplugged"), run.At("fault main.flow none"));
        foreach (var channel in new[] { Rate, Total, Door })
        {
            var away = run.Of(channel).Where(r => r.Monotonic > from + 1_000_000_000 && r.Monotonic < run.At("telling fault main.flow none")).ToList();
            Assert.NotEmpty(away);
            Assert.All(away, r => Assert.Equal((null, Quality.Bad, Reason.Removed), (r.Value, r.Quality, r.Reason)));
            Assert.All(run.Of(channel).Where(r => r.Monotonic < run.At("telling fault main.flow unplugged")), r => Assert.NotEqual(Reason.Removed, r.Reason));
            Assert.All(run.Of(channel).Where(r => r.Monotonic > to + 8_000_000_000 && r.Monotonic < run.At("stopped")), r =>
                Assert.True(r.Value is not null && (r.Quality == Quality.Good || (channel == Door || !KernelPromises.KeepsEdges) && r.Reason == Reason.Overrun), $"{r}"));
        }
    }

    [SensorsFact]
    public void A_device_that_is_unplugged_is_absent_alone_and_recovers()
    {
        var (from, to) = (run.At("fault main.pressure unplugged"), run.At("fault main.pressure none"));
        foreach (var channel in Unplugged)
        {
            var away = run.Of(channel).Where(r => r.Monotonic > from && r.Monotonic < run.At("telling fault main.pressure none")).ToList();
            Assert.True(away.Count >= 4, $"{channel}: {away.Count}");
            Assert.All(away, r => Assert.Equal((null, Quality.Bad, Reason.NoAnswer), (r.Value, r.Quality, r.Reason)));
            var back = run.Of(channel).Where(r => r.Monotonic > to + 1_000_000_000 && r.Monotonic < run.At("stopped")).ToList();
            Assert.True(back.Count >= 20, $"{channel}: {back.Count}");
            Assert.All(back, r => Assert.Equal(Quality.Good, r.Quality));
        }
        foreach (var channel in run.Readings.Select(r => r.Channel).Distinct().Except(Unplugged))
        {
            var beside = run.Of(channel).Where(r => r.Monotonic > from && r.Monotonic < to).ToList();
            Assert.All(beside, r => Assert.True(r.Value is not null && (r.Quality == Quality.Good || !KernelPromises.KeepsEdges && channel is Rate or Total or Door && r.Reason == Reason.Overrun), $"{channel}: {r.Value} ({r.Quality}, {r.Reason})"));
            var longest = beside.Zip(beside.Skip(1)).Max(p => p.Second.Monotonic - p.First.Monotonic);
            Assert.True(longest < 5_000_000_000, $"{channel} was silent for {longest} ns");
        }
    }

    [SensorsFact]
    public void A_service_that_hangs_is_restarted_by_the_watchdog_and_its_log_goes_on()
    {
        var (stopped, restarted, ended) = (run.At("stopped"), run.At("restarted"), run.At("ended"));
        Assert.Contains(run.Lines("journal"), l => l.Contains("Watchdog timeout (limit 20s)!", StringComparison.Ordinal));
        Assert.InRange(restarted - stopped, 10_000_000_000ul, 90_000_000_000ul);
        Assert.Empty(LogAudit.Faults(run.Log));
        var entries = run.Log.Entries;
        Assert.Equal(2, entries.Count(e => e is BootEntry));
        Assert.Equal(run.Log.Size, run.Log.Newest?.Size);
        Assert.DoesNotContain(run.Readings, r => r.Monotonic > stopped + 1_000_000_000 && r.Monotonic < restarted - 15_000_000_000);
        foreach (var channel in I2cChannels())
            Assert.Contains(run.Of(channel), r => r.Monotonic > restarted && r.Monotonic < ended && r.Quality == Quality.Good);
    }

    [SensorsFact]
    public void The_service_is_nobody_and_may_touch_its_buses_only()
    {
        var process = run.Lines("process").Select(l => l.Split([':', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)).ToDictionary(l => l[0], l => l[1..]);
        Assert.DoesNotContain("0", process["Uid"].Concat(process["Gid"]).Concat(process["Groups"]));
        Assert.Equal(["0000000000000000"], process["CapEff"]);
        Assert.Equal(["1"], process["NoNewPrivs"]);
        Assert.Equal(["2"], process["Seccomp"]);
        Assert.Contains(run.Lines("devices"), l => l.StartsWith("crw-rw----", StringComparison.Ordinal) && l.Contains(" i2c ", StringComparison.Ordinal));
        Assert.Contains(run.Lines("devices"), l => l.StartsWith("crw-rw----", StringComparison.Ordinal) && l.Contains(" gpio ", StringComparison.Ordinal));
        Assert.Equal(["outside /dev/i2c-0: yes", "outside /dev/vda: yes", "inside /dev/i2c-0: yes", "inside /dev/vda: no"], run.Lines("touch"));
    }

    /// <summary>proc_pid_stat(5): rt_priority and policy, where 2 is SCHED_RR.</summary>
    [SensorsFact]
    public void With_the_drop_in_every_thread_has_real_time_priority() => Assert.Equal(["5 2"], run.Lines("priorities"));

    [SensorsFact]
    public void The_unit_is_rated_2_or_better_where_it_runs_also_with_the_drop_in() => Assert.All(["security", "security-realtime"], said =>
    {
        var sum = run.Lines(said).Single(l => l.Contains("Overall exposure level", StringComparison.Ordinal));
        Assert.InRange(double.Parse(sum[(sum.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')[0], CultureInfo.InvariantCulture), 0, 2.0);
    });

    [SensorsFact]
    public void Nothing_is_complained_of_but_the_open_door_the_broker_that_is_not_there_and_what_the_stack_does_not_keep()
    {
        Assert.All(KernelPromises.Warnings, warning => Assert.Contains(run.Lines("journal"), l => l.Contains(" warn: ", StringComparison.Ordinal) && l.Contains(warning, StringComparison.Ordinal)));
        var complaints = run.Lines("journal").Where(IsComplaint).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));

        static bool IsComplaint(string line) =>
            line.Contains(" warn: ", StringComparison.Ordinal) && !line.Contains("Cannot connect to the broker", StringComparison.Ordinal) && !line.Contains($"on {Door}: ", StringComparison.Ordinal)
                && !KernelPromises.Warnings.Any(warning => line.Contains(warning, StringComparison.Ordinal))
            || line.Contains("ConfigurationDirectory", StringComparison.Ordinal) || line.Contains(" at Edge.", StringComparison.Ordinal);
    }

    private IEnumerable<string> I2cChannels() => run.Truth[0].Values.Keys.Where(c => c is not (Rate or Door));

    /// <summary>Times from one standstill of the meter to the next, with the pulses that the flow between makes and those that the gateway counted.</summary>
    private IEnumerable<(ulong From, ulong To, double Driven, double Counted)> Bursts()
    {
        var totals = run.Of(Total).Where(r => r.Value is not null).ToList();
        ReadingEntry? before = null;
        var litres = 0.0;
        for (var i = 0; i + 1 < run.Truth.Count; i++)
        {
            var (flow, end) = (run.Truth[i].Values[Rate].Value!.Value, (ulong)run.Truth[i + 1].Since);
            litres += flow / 60 * DrivenRows.Seconds;
            if (flow > 0 || run.Truth[i + 1].Values[Rate].Value == 0)
                continue;
            var at = totals.LastOrDefault(r => r.Monotonic > (ulong)run.Truth[i].Since && r.Monotonic < end);
            if (before is not null && at is not null)
                yield return (before.Monotonic, at.Monotonic, litres * PulsesPerLitre, Math.Round((at.Value!.Value - before.Value!.Value) * PulsesPerLitre));
            (before, litres) = (at, 0);
        }
    }

    /// <summary>What drove a reading's channel at some moment before its stamp, at most so long ago.</summary>
    private IEnumerable<double?> Rows(ReadingEntry reading, ulong ago, ulong shift = 0)
    {
        var to = reading.Monotonic + shift;
        return run.Truth.Where((row, i) => (ulong)row.Since <= to && (i + 1 == run.Truth.Count || (ulong)run.Truth[i + 1].Since > to - ago)).Select(row => row.Values[reading.Channel].Value);
    }

    private bool Says(ReadingEntry reading, ulong shift = 0) => reading.Quality == Quality.Good && Rows(reading, Measuring, shift)
        .Any(value => value is { } driven && Math.Abs(reading.Value!.Value - driven) <= run.Truth[0].Values[reading.Channel].Resolution * 1.000001);
}
