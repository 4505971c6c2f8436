using Edge.Ledger.Entries;
using Edge.Sensors.Pzem;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Pzem;

public sealed class PzemSensorTests : IDisposable
{
    private static readonly PzemOptions Options = new()
    {
        Outputs = [.. Enum.GetValues<PzemRegister>().Select(q => new PzemOutput(q.ToString(), q))],
    };

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedSerialLine _line;
    private readonly SimulatedPzem _meter;
    private readonly AdjustableSignal _volts = new(220), _amperes = new(1);
    private readonly PzemSensor _sensor;

    public PzemSensorTests()
    {
        _line = new SimulatedSerialLine("rs485", _clock);
        _meter = new SimulatedPzem(1, _volts, _amperes, _clock);
        _line.Connect(_meter);
        _sensor = new PzemSensor(_line, Options, _clock);
    }

    public void Dispose() => _sensor.Dispose();

    private CollectedSamples Sample() => CollectedSamples.Of(_sensor, _clock);

    private void Warm()
    {
        Sample();
        _clock.Advance(WarmUp);
        Assert.All(Sample().All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    // PZEM-004T V3.0 user manual, section 2.3: 0898h 03E8h 0000h 0898h 0000h 0000h 0000h 01F4h 0064h 0000h.
    [Fact]
    public void The_manuals_worked_example_holds()
    {
        Warm();
        _meter.WattHours = 0;
        var samples = Sample();
        Assert.Equal([2200L, 1000, 2200, 0, 500, 100, 0], samples.All.Select(s => s.Raw!.Value));
        Assert.Equal([220, 1, 220, 0, 50, 1, 0], samples.All.Select(s => s.Value!.Value));
        Assert.Equal(["V", "A", "W", "Wh", "Hz", "/", "/"], _sensor.Outputs.Select(o => o.Unit));
        Assert.Equal([0.1, 0.001, 0.1, 1, 0.1, 0.01, 1], _sensor.Outputs.Select(o => o.Resolution));
    }

    [Fact]
    public void What_needs_two_registers_comes_with_its_lower_half_first()
    {
        Warm();
        (_amperes.Value, _meter.PowerFactor, _meter.WattHours) = (87.654, 0.83, 1_234_567);
        var samples = Sample();
        Assert.Equal([87_654L, (long)Math.Round(220 * 87.654 * 0.83 * 10), 1_234_567], samples.All.Skip(1).Take(3).Select(s => s.Raw!.Value));
        Assert.Equal(0.83, samples[5].Value);
    }

    [Fact]
    public void For_four_seconds_after_it_began_to_answer_it_has_codes_but_no_values()
    {
        var samples = Sample();
        Assert.All(samples.All, s => CollectedSamples.AssertAbsent(Reason.WarmUp, s));
        Assert.Equal(906_166_000, samples[1].Raw);
        _clock.Advance(WarmUp - TimeSpan.FromMilliseconds(100));
        CollectedSamples.AssertAbsent(Reason.WarmUp, Sample()[1]);
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal((Quality.Good, 1.0), (Sample()[1].Quality, Sample()[1].Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(60.0)]
    public void Without_mains_it_is_silent_and_warms_up_anew_when_they_are_back(double? volts)
    {
        Warm();
        _volts.Value = volts;
        CollectedSamples.AssertAbsent(Reason.NoAnswer, Sample()[0]);
        _volts.Value = 220;
        CollectedSamples.AssertAbsent(Reason.WarmUp, Sample()[1]);
        _clock.Advance(WarmUp);
        Assert.Equal(1.0, Sample()[1].Value);
    }

    [Fact]
    public void An_adapter_that_is_out_is_a_fault_of_the_line()
    {
        Warm();
        _line.Unplugged = true;
        CollectedSamples.AssertAbsent(Reason.BusFault, Sample()[0]);
        _line.Unplugged = false;
        CollectedSamples.AssertAbsent(Reason.WarmUp, Sample()[0]);
    }

    [Theory]
    [InlineData(DeviceFault.NoAcknowledge, Reason.NoAnswer, Reason.WarmUp)]
    [InlineData(DeviceFault.Unplugged, Reason.NoAnswer, Reason.WarmUp)]
    [InlineData(DeviceFault.BusStuck, Reason.NoAnswer, Reason.WarmUp)]
    [InlineData(DeviceFault.ArbitrationLost, Reason.Garbled, Reason.None)]
    [InlineData(DeviceFault.TimedOut, Reason.NoAnswer, Reason.WarmUp)]
    [InlineData(DeviceFault.Short, Reason.Garbled, Reason.WarmUp)]
    [InlineData(DeviceFault.Garbage, Reason.Garbled, Reason.None)]
    [InlineData(DeviceFault.Frozen, Reason.None, Reason.None)]
    [InlineData(DeviceFault.NeverReady, Reason.NotReady, Reason.None)]
    [InlineData(DeviceFault.WrongIdentity, Reason.WrongDevice, Reason.None)]
    [InlineData(DeviceFault.Saturated, Reason.Saturated, Reason.None)]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason, Reason afterwards)
    {
        Warm();
        _meter.Fault = fault;
        var sample = Sample()[1];
        Assert.Equal((reason, reason == Reason.None), (sample.Reason, sample.Value is not null));
        _meter.Fault = DeviceFault.None;
        Assert.Equal(afterwards, Sample()[1].Reason);
        _clock.Advance(WarmUp);
        Assert.All(Sample().All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void Two_damaged_answers_in_a_row_may_be_anybodys_and_it_warms_up_anew()
    {
        Warm();
        for (var round = 0; round < 2; round++)
        {
            _meter.Fault = DeviceFault.Garbage;
            CollectedSamples.AssertAbsent(Reason.Garbled, Sample()[1]);
            _meter.Fault = DeviceFault.None;
            Assert.Equal(Reason.None, Sample()[1].Reason);
        }

        _meter.Fault = DeviceFault.Garbage;
        Sample();
        CollectedSamples.AssertAbsent(Reason.Garbled, Sample()[1]);
        _meter.Fault = DeviceFault.None;
        CollectedSamples.AssertAbsent(Reason.WarmUp, Sample()[1]);
    }

    [Fact]
    public void A_damaged_answer_does_not_shorten_the_warm_up()
    {
        Sample();
        _clock.Advance(WarmUp / 2);
        _meter.Fault = DeviceFault.Garbage;
        Sample();
        _meter.Fault = DeviceFault.None;
        CollectedSamples.AssertAbsent(Reason.WarmUp, Sample()[1]);
        _clock.Advance(WarmUp / 2);
        Assert.Equal(Reason.None, Sample()[1].Reason);
    }

    [Theory]
    [InlineData(260.0, 1.0, 50.0, 0, Reason.None)]
    [InlineData(260.1, 1.0, 50.0, 0, Reason.OutOfRange)]
    [InlineData(80.0, 1.0, 50.0, 0, Reason.None)]
    [InlineData(220.0, 100.0, 50.0, 1, Reason.None)]
    [InlineData(220.0, 100.001, 50.0, 1, Reason.OutOfRange)]
    [InlineData(260.0, 100.0, 50.0, 2, Reason.OutOfRange)]
    [InlineData(220.0, 1.0, 45.0, 4, Reason.None)]
    [InlineData(220.0, 1.0, 44.9, 4, Reason.OutOfRange)]
    [InlineData(220.0, 1.0, 65.1, 4, Reason.OutOfRange)]
    public void Outside_of_what_the_maker_vouches_for_a_value_is_uncertain(double volts, double amperes, double hertz, int output, Reason reason)
    {
        Warm();
        (_volts.Value, _amperes.Value, _meter.Hertz) = (volts, amperes, hertz);
        var sample = Sample()[output];
        Assert.Equal((reason, reason == Reason.None ? Quality.Good : Quality.Uncertain), (sample.Reason, sample.Quality));
        Assert.NotNull(sample.Value);
    }

    [Fact]
    public void The_alarm_is_one_or_zero()
    {
        _meter.AlarmWatts = 219;
        Sample();
        _clock.Advance(WarmUp);
        Assert.Equal((1.0, 0xFFFFL), (Sample()[6].Value!.Value, Sample()[6].Raw!.Value));
        _meter.AlarmWatts = 221;
        Assert.Equal(0.0, Sample()[6].Value);
    }

    [Theory]
    [InlineData(0, 0x02, Reason.Garbled)]
    [InlineData(1, 0x03, Reason.Garbled)]
    [InlineData(2, 0x12, Reason.Garbled)]
    [InlineData(20, 0x01, Reason.WarmUp)]
    [InlineData(21, 0x01, Reason.WrongDevice)]
    public void A_whole_answer_of_another_device_or_to_another_question_is_not_taken(int at, byte content, Reason reason)
    {
        using var sensor = new PzemSensor(new AlteredLine(_line, at, content), Options, _clock);
        CollectedSamples.AssertAbsent(reason, CollectedSamples.Of(sensor, _clock)[0]);
    }

    [Fact]
    public void A_dead_meter_holds_the_line_for_its_patience_and_its_neighbour_answers_after_it()
    {
        _line.Connect(new SimulatedPzem(2, _volts, new AdjustableSignal(5), _clock));
        using var neighbour = new PzemSensor(_line, Options with { Address = 2 }, _clock);
        CollectedSamples.Of(neighbour, _clock);
        _clock.Advance(WarmUp);
        _meter.Fault = DeviceFault.NoAcknowledge;
        var (dead, alive) = (new CollectedSamples(), new CollectedSamples());
        var started = _clock.Now;
        var first = _sensor.SampleAsync(dead, CancellationToken.None).AsTask();
        var second = neighbour.SampleAsync(alive, CancellationToken.None).AsTask();
        _clock.Run(first);
        Assert.InRange(_clock.Now - started, 100_000_000, 150_000_000);
        _clock.Run(second);
        Assert.InRange(_clock.Now - started, 150_000_000, 220_000_000);
        CollectedSamples.AssertAbsent(Reason.NoAnswer, dead[1]);
        Assert.Equal(5.0, alive[1].Value);
    }

    [Fact]
    public async Task A_cancelled_round_gives_the_line_back()
    {
        using var end = new CancellationTokenSource();
        var round = _sensor.SampleAsync(new CollectedSamples(), end.Token).AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
        Assert.True(_line.TryTake());
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write() => Assert.Equal(
        ["address", "current_range", "patience", "channels"],
        new PzemOptions { Address = 248, CurrentRange = 50, Patience = TimeSpan.Zero, Outputs = [] }.Validate().Select(p => p.Option));
}
