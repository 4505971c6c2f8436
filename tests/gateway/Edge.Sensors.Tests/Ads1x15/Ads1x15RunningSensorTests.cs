using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Scales;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ads1x15;

public sealed class Ads1x15RunningSensorTests
{
    public static TheoryData<DeviceFault, Reason> Faults => DriverChecks.Faults(
        (DeviceFault.Garbage, Reason.Garbled), (DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Saturated, Reason.Saturated),
        (DeviceFault.WrongIdentity, Reason.Garbled));

    // SBAS444, "Conversion Ready Pin": Hi_thresh with its top bit 1, Lo_thresh with it 0, COMP_QUE not 11; "Config Register": MODE 0.
    [Fact]
    public void The_chip_is_set_up_as_the_datasheet_asks_for_and_read_back()
    {
        using var rig = new RunningRig(128);
        rig.Sample();
        Assert.Equal((0x4480L, 0x8000L, 0x0000L), (rig.I2c.Register(2, 1), rig.I2c.Register(2, 3), rig.I2c.Register(2, 2)));
        for (var i = 0; i < 4; i++)
            rig.Sample();
        Assert.Equal([1, 2, 3], rig.I2c.Log.Transfers.Where(t => t.Write is [not 0]).Select(t => (int)t.Write[0]).Distinct().Order());
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(2.048 / 32768, 1)]
    [InlineData(-2.048 / 32768, -1)]
    [InlineData(1.024, 16384)]
    [InlineData(-1.024, -16384)]
    [InlineData(2.048 * 32766 / 32768, 32766)]
    public void A_code_is_the_volts_over_the_full_scale_with_its_sign(double volts, long code)
    {
        using var rig = new RunningRig(860);
        rig.Volts.Value = volts;
        var sample = rig.Sample()[0];
        Assert.Equal((Quality.Good, code), (sample.Quality, sample.Raw));
        Assert.Equal(volts, sample.Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData(2.5, 32767)]
    [InlineData(-2.5, -32768)]
    public void The_ends_of_the_code_range_are_saturation_not_a_value(double volts, long code)
    {
        using var rig = new RunningRig(860);
        rig.Volts.Value = volts;
        var sample = rig.Sample()[0];
        CollectedSamples.AssertAbsent(Reason.Saturated, sample);
        Assert.Equal(code, sample.Raw);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(475)]
    [InlineData(860)]
    public void Each_conversion_is_one_sample_with_the_value_and_the_time_of_its_end(int rate)
    {
        using var rig = new RunningRig(rate, new Ramp());
        rig.Sample();
        var due = rig.Sensor.Due;
        for (var i = 1; i <= 200; i++)
        {
            var value = rig.Sample()[0].Value!.Value;
            Assert.Equal(due + i * rig.Conversion, rig.Sensor.Due);
            Assert.Equal(Ramp.At(rig.Sensor.Due), value, 2.048 / 32768);
        }

        Assert.Equal(0, rig.Sensor.TakeMissed());
    }

    [Fact]
    public void A_simulated_chip_holds_the_value_at_the_end_of_a_conversion_however_late_it_is_read()
    {
        using var rig = new RunningRig(8, new Ramp(), isWired: false);
        var started = rig.I2c.Clock.Now;
        rig.I2c.Log.Transfer(0x48, [1, 0x44, 0x00], []);
        rig.I2c.Clock.Advance(TimeSpan.FromMilliseconds(2.5 * 125));
        Assert.Equal(Ramp.At(started + 2 * rig.Conversion), (short)rig.I2c.Register(2, 0) * 2.048 / 32768, 2.048 / 32768);
    }

    [Fact]
    public void What_the_chip_converted_before_it_was_set_up_is_not_a_sample()
    {
        using var rig = new RunningRig(8);
        rig.I2c.Chip.Connect(3, new AdjustableSignal(0.5));
        rig.Sample();
        var options = rig.Options with { DataRate = 860, Inputs = [new ScaledInput("v", 3, new VoltageScale { Unit = "V" })] };
        using var other = new Ads1x15RunningSensor(rig.I2c.Log, new SimulatedGpioRequest(rig.Line), options, rig.I2c.Clock);
        var started = rig.I2c.Clock.Now;
        // One that ended before, and comes to be seen after.
        rig.I2c.Log.After = (_, write) => { if (write is [1, _, _]) rig.Line.Emit(rig.I2c.Clock.Now - 1); };
        Assert.Equal(0.5, CollectedSamples.Of(other, rig.I2c.Clock)[0].Value!.Value, 1e-3);
        Assert.True(other.Due - started > 1_000_000_000 / 860 * 3 / 2, "the first edge after the setup was taken");
    }

    [Fact]
    public void Edges_that_the_kernel_lost_are_samples_that_were_missed()
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.Line.Lose(1);
        Assert.Equal(Quality.Good, rig.Sample()[0].Quality);
        Assert.Equal(1, rig.Sensor.TakeMissed());
        Assert.Equal(0, rig.Sensor.TakeMissed());
    }

    [Fact]
    public void No_more_samples_are_missed_than_there_was_time_for_whatever_the_edges_numbers_say()
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.Line.Lose(3000);
        rig.Sample();
        Assert.InRange(rig.Sensor.TakeMissed(), 0, 2);
        rig.I2c.Clock.Advance(TimeSpan.FromMilliseconds(30));
        rig.Line.Lose(uint.MaxValue - 5);
        rig.Sample();
        Assert.InRange(rig.Sensor.TakeMissed(), 20, 60);
    }

    [Fact]
    public void Edges_lost_while_the_line_was_away_are_not_guessed()
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.Line.Remove();
        rig.Line.Restore();
        Assert.Equal(Quality.Good, rig.Sample()[0].Quality);
        Assert.Equal(0, rig.Sensor.TakeMissed());
    }

    [Fact]
    public void Conversions_that_ended_while_nobody_read_are_missed_and_none_is_given_twice()
    {
        using var rig = new RunningRig(860, new Ramp());
        rig.Sample();
        var due = rig.Sensor.Due;
        rig.I2c.Clock.AdvanceTo(due + 5 * rig.Conversion + rig.Conversion / 4);
        Assert.Equal(Ramp.At(due + 5 * rig.Conversion), rig.Sample()[0].Value!.Value, 2.048 / 32768);
        Assert.Equal((due + 5 * rig.Conversion, 4L), (rig.Sensor.Due, rig.Sensor.TakeMissed()));
    }

    [Fact]
    public void A_code_that_was_read_when_the_next_could_be_there_is_missed_not_believed()
    {
        using var rig = new RunningRig(860, new Ramp());
        rig.Sample();
        var due = rig.Sensor.Due;
        var slow = true;
        rig.I2c.Log.After = (_, write) =>
        {
            if (slow && write is [0])
                rig.I2c.Clock.Occupy(TimeSpan.FromMicroseconds(1060));
            slow = false;
        };
        Assert.Equal(Ramp.At(due + 2 * rig.Conversion), rig.Sample()[0].Value!.Value, 2.048 / 32768);
        Assert.Equal((due + 2 * rig.Conversion, 1L), (rig.Sensor.Due, rig.Sensor.TakeMissed()));
    }

    [Fact]
    public void A_gateway_that_is_always_too_late_says_so()
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.I2c.Log.After = (_, write) => { if (write is [0]) rig.I2c.Clock.Occupy(TimeSpan.FromMicroseconds(1100)); };
        CollectedSamples.AssertAbsent(Reason.Overrun, rig.Sample()[0]);
        Assert.InRange(rig.Sensor.TakeMissed(), 16, 40);
    }

    [Fact]
    public void An_edge_between_two_conversions_is_noise_and_repeats_no_sample()
    {
        using var rig = new RunningRig(860, new Ramp());
        rig.Sample();
        var due = rig.Sensor.Due;
        rig.I2c.Clock.AdvanceTo(due + rig.Conversion / 2);
        rig.Line.Emit(rig.I2c.Clock.Now);
        Assert.Equal(Ramp.At(due + rig.Conversion), rig.Sample()[0].Value!.Value, 2.048 / 32768);
        Assert.Equal((due + rig.Conversion, 0L), (rig.Sensor.Due, rig.Sensor.TakeMissed()));
    }

    [Fact]
    public void A_sample_that_waits_already_lets_come_first_what_is_due_on_its_thread()
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.I2c.Clock.AdvanceTo(rig.Sensor.Due + rig.Conversion + 1000);
        var others = 0;
        using var due = rig.I2c.Clock.CreateTimer(_ => others++, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        var round = rig.Sensor.SampleAsync(new CollectedSamples(), CancellationToken.None).AsTask();
        Assert.False(round.IsCompleted);
        rig.I2c.Clock.Run(round);
        Assert.Equal(1, others);
    }

    [Theory]
    [InlineData(128)]
    [InlineData(475)]
    public void A_brown_out_at_any_moment_of_a_round_gives_no_value(int rate) =>
        DriverChecks.ABrownOutAtAnyMomentGivesNoValue(() => new RunningRig(rate).I2c, Reason.CalibrationLost);

    [Fact]
    public void The_zero_of_a_chip_that_lost_its_supply_is_no_value_at_the_highest_rate_either()
    {
        using var rig = new RunningRig(860);
        for (var i = 0; i < 30; i++)
        {
            rig.Sample();
            rig.I2c.Clock.AdvanceTo(rig.Sensor.Due + rig.Conversion + 1000);
            rig.I2c.Chip.BrownOut();
            CollectedSamples.AssertAbsent(Reason.CalibrationLost, rig.Sample()[0]);
        }

        Assert.Equal(Quality.Good, rig.Sample()[0].Quality);
    }

    [Theory]
    [InlineData(2, 0x8000)]
    [InlineData(3, 0x7FFF)]
    public void A_threshold_that_went_back_to_what_it_was_at_power_on_is_noticed_and_set_again(byte register, int word)
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.I2c.Log.Transfer(0x48, [register, (byte)(word >> 8), (byte)word], []);
        CollectedSamples.AssertAbsent(Reason.CalibrationLost, rig.Sample()[0]);
        var noticed = rig.I2c.Clock.Now;
        Assert.Equal(Quality.Good, rig.Sample()[0].Quality);
        Assert.InRange(rig.I2c.Clock.Now - noticed, rig.Conversion, 3 * rig.Conversion);
    }

    [Fact]
    public void A_config_that_changed_while_edges_go_on_is_noticed_within_40_ms()
    {
        using var rig = new RunningRig(860);
        rig.Sample();
        rig.I2c.Log.Transfer(0x48, [1, 0x40, 0xE0], []);
        var (started, samples) = (rig.I2c.Clock.Now, 0);
        while (samples < 100 && rig.Sample()[0] is { Reason: Reason.None })
            samples++;
        Assert.InRange(rig.I2c.Clock.Now - started, 1, 45_000_000);
        Assert.Equal(Quality.Good, rig.Sample()[0].Quality);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        using var rig = new RunningRig(128);
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(rig.I2c, fault, reason);
    }

    [Theory]
    [InlineData(0xFF, 0xFF)]
    [InlineData(0x12, 0xFF)]
    public void A_bus_that_nobody_drives_from_some_byte_on_gives_no_value_at_the_highest_rate_either(byte high, byte low)
    {
        using var rig = new RunningRig(860);
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(Quality.Good, rig.Sample()[0].Quality);
            rig.I2c.Log.Alter = (write, read) =>
            {
                if (write is [0] && read.Length == 2)
                    (read[0], read[1]) = (high, low);
                else
                    read.AsSpan().Fill(0xFF);
            };
            CollectedSamples.AssertAbsent(Reason.Garbled, rig.Sample()[0]);
            rig.I2c.Log.Alter = null;
            rig.Sample();
        }
    }

    [Fact]
    public void A_code_that_ends_in_ones_is_a_value_when_the_chip_is_there()
    {
        using var rig = new RunningRig(860);
        rig.I2c.Log.Alter = (write, read) =>
        {
            if (write is [0])
                (read[0], read[1]) = (0xFF, 0xFF);
        };
        Assert.Equal((Quality.Good, -1L), (rig.Sample()[0].Quality, rig.Sample()[0].Raw));
    }

    [Fact]
    public void Random_answers_give_no_value_up_to_475_a_second()
    {
        using var rig = new RunningRig(475);
        DriverChecks.GarbageGivesNoValue(rig.I2c);
    }

    [Fact]
    public void A_ready_line_that_never_moves_is_NotReady_after_two_conversions_and_20_ms()
    {
        using var rig = new RunningRig(860, isWired: false);
        CollectedSamples.AssertAbsent(Reason.NotReady, rig.Sample()[0]);
        var started = rig.I2c.Clock.Now;
        CollectedSamples.AssertAbsent(Reason.NotReady, rig.Sample()[0]);
        Assert.InRange(rig.I2c.Clock.Now - started, 22_000_000, 26_000_000);
        Assert.DoesNotContain(rig.I2c.Log.Transfers, t => t.Write is [0]);
    }

    [Fact]
    public void A_ready_line_that_is_taken_away_is_Removed()
    {
        using var rig = new RunningRig(860, isWired: false);
        rig.Line.Remove();
        CollectedSamples.AssertAbsent(Reason.Removed, rig.Sample()[0]);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        using var rig = new RunningRig(8);
        rig.Sample();
        using var end = new CancellationTokenSource();
        var waiting = rig.Sensor.WaitAsync(end.Token).AsTask();
        Assert.False(waiting.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("ready_line", "ready_line: 27")]
    [InlineData("channels", "one terminal")]
    [InlineData("period", "1163us")]
    public void A_wrong_option_is_named_with_what_to_write(string option, string advice)
    {
        var options = RunningRig.OptionsOf(860) with
        {
            Ready = null,
            Period = TimeSpan.FromMilliseconds(4),
            Inputs = [.. Enumerable.Range(0, 2).Select(i => new ScaledInput($"v{i}", i, new VoltageScale { Unit = "V" }))],
        };
        Assert.Contains(advice, Assert.Single(options.Validate(), p => p.Option == option).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_rate_that_the_bus_cannot_follow_is_refused()
    {
        var options = new Ads1x15Options(Ads1x15Chip.Ads1015) { DataRate = 1600, IsRunning = true, Ready = new ReadyLine("gpio", 22), Inputs = RunningRig.OptionsOf(860).Inputs };
        Assert.Contains("at most 920", Assert.Single(options.Validate()).Message, StringComparison.Ordinal);
        Assert.Empty((options with { DataRate = 920 }).Validate());
        Assert.Equal("mode", Assert.Single((options with { IsRunning = false }).Validate()).Option);
    }

    /// <summary>Another value at every moment: 1 V in 10 s, again and again.</summary>
    private sealed class Ramp : ISignal
    {
        public static double At(long nanoseconds) => 0.5 + nanoseconds % 10_000_000_000 / 1e10;

        public bool TryRead(long nanoseconds, out double value)
        {
            value = At(nanoseconds);
            return true;
        }

        public long HoldsUntil(long nanoseconds) => nanoseconds + 1;
    }
}
