using Edge.Ledger.Entries;
using Edge.Sensors.PulseFlow;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.PulseFlow;

public sealed class PulseFlowSensorTests
{
    private static readonly PulseFlowOptions Options = new()
    {
        Outputs = [new("rate", PulseFlowQuantity.Rate), new("total", PulseFlowQuantity.Total)],
    };

    private readonly SimulatedClock _clock = new();
    private readonly SimulatedGpioLine _line = new("gpio line 17");

    private PulseFlowSensor Sensor(PulseFlowOptions? options = null) => new(new SimulatedGpioRequest(_line), options ?? Options, _clock);

    private CollectedSamples After(PulseFlowSensor sensor, double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return CollectedSamples.Of(sensor, _clock);
    }

    // YF-S201: F[Hz] = 7.5 Q[L/min], 450 pulses per litre.
    [Theory]
    [InlineData(10, 75)]
    [InlineData(120, 900)]
    [InlineData(0.4, 3)]
    public void Rate_and_total_follow_from_the_k_factor(double litresPerMinute, int pulsesPerSecond)
    {
        _ = new SimulatedFlowMeter(new AdjustableSignal(litresPerMinute), 450, _line, _clock);
        using var sensor = Sensor();
        After(sensor, 10);
        var samples = After(sensor, 10);
        Assert.Equal(litresPerMinute, samples[0].Value!.Value, litresPerMinute * 1e-6);
        Assert.InRange(samples[0].Raw!.Value, pulsesPerSecond * 10 - 1, pulsesPerSecond * 10 + 1);
        Assert.Equal(20.0 * pulsesPerSecond / 450, samples[1].Value!.Value, 1.01 / 450);
        Assert.All(samples.All, s => Assert.Equal((Quality.Good, Reason.None), (s.Quality, s.Reason)));
    }

    [Fact]
    public void A_new_flow_shows_in_its_own_window_unmixed_with_the_old()
    {
        var flow = new AdjustableSignal(10);
        var meter = new SimulatedFlowMeter(flow, 450, _line, _clock);
        using var sensor = Sensor();
        After(sensor, 5);
        meter.CatchUp();
        flow.Value = 100;
        Assert.Equal(100, After(sensor, 1)[0].Value!.Value, 1e-3);
    }

    [Fact]
    public void Before_the_first_two_pulses_the_rate_is_unknown_and_without_pulses_it_becomes_a_real_zero()
    {
        using var sensor = Sensor();
        CollectedSamples.AssertAbsent(Reason.WarmUp, After(sensor, 1)[0]);
        var samples = After(sensor, 4.1);
        Assert.Equal((0.0, Quality.Good), (samples[0].Value!.Value, samples[0].Quality));
        Assert.Equal((0.0, 0L), (samples[1].Value!.Value, samples[1].Raw!.Value));
    }

    [Fact]
    public void When_pulses_stop_the_rate_falls_with_the_waiting_time_and_then_is_zero()
    {
        var flow = new AdjustableSignal(1);
        var meter = new SimulatedFlowMeter(flow, 450, _line, _clock);
        using var sensor = Sensor();
        After(sensor, 5);
        meter.CatchUp();
        flow.Value = 0;
        var waiting = After(sensor, 2)[0];
        Assert.InRange(waiting.Value!.Value, 60.0 / 450 / 2.2, 60.0 / 450 / 1.9);
        Assert.Equal(0, After(sensor, 4)[0].Value!.Value);
    }

    [Fact]
    public void A_removed_line_gives_no_value_and_no_zero_and_comes_back()
    {
        var meter = new SimulatedFlowMeter(new AdjustableSignal(10), 450, _line, _clock);
        using var sensor = Sensor();
        After(sensor, 2);
        meter.Unplugged = true;
        Assert.All(After(sensor, 2).All, s => CollectedSamples.AssertAbsent(Reason.Removed, s));
        meter.Unplugged = false;
        Assert.Equal(10, After(sensor, 2)[0].Value!.Value, 1e-3);
        Assert.Equal(Quality.Good, After(sensor, 2)[1].Quality);
    }

    [Fact]
    public void Lost_edges_make_the_round_uncertain_and_are_counted_by_their_numbers()
    {
        using var sensor = Sensor();
        Emit(10, 0.01);
        _line.Lose(7);
        Emit(10, 0.01);
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.All(samples.All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
        Assert.Equal(27, samples[1].Raw);
        Assert.Equal(100 * 60.0 / 450, samples[0].Value!.Value, 1e-6);
        Emit(10, 0.01);
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void Edges_that_did_not_fit_before_anybody_read_are_counted_and_doubted_like_any_others()
    {
        var line = new BufferedLine(4);
        using var sensor = new PulseFlowSensor(line, Options, _clock);
        for (var n = 0; n < 30; n++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            line.Emit(_clock.Now, rising: true);
        }
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.All(samples.All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
        Assert.Equal(30, samples[1].Raw);
    }

    [Fact]
    public void Edges_of_a_new_request_make_the_total_uncertain_once()
    {
        using var sensor = Sensor();
        Emit(5, 0.01);
        CollectedSamples.Of(sensor, _clock);
        _line.Remove();
        _line.Restore();
        Emit(5, 0.01);
        var total = CollectedSamples.Of(sensor, _clock)[1];
        Assert.Equal((Quality.Uncertain, Reason.Overrun, 10L), (total.Quality, total.Reason, total.Raw!.Value));
        Emit(5, 0.01);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _clock)[1].Quality);
    }

    [Fact]
    public void After_an_absence_the_total_is_uncertain_at_once_and_not_again_with_the_next_pulse()
    {
        using var sensor = Sensor();
        Emit(5, 0.01);
        CollectedSamples.Of(sensor, _clock);
        _line.Remove();
        After(sensor, 60);
        _line.Restore();
        var total = After(sensor, 1)[1];
        Assert.Equal((Quality.Uncertain, Reason.Overrun, 5L), (total.Quality, total.Reason, total.Raw!.Value));
        Assert.Equal(Quality.Good, After(sensor, 1)[1].Quality);
        Emit(5, 0.01);
        total = CollectedSamples.Of(sensor, _clock)[1];
        Assert.Equal((Quality.Good, 10L), (total.Quality, total.Raw!.Value));
    }

    [Fact]
    public void Bounces_are_not_pulses()
    {
        using var sensor = Sensor();
        for (var i = 0; i < 10; i++)
        {
            Emit(1, 0.0099);
            _line.Emit(_clock.Now + 50_000);
            _line.Emit(_clock.Now + 99_999);
            _clock.Advance(TimeSpan.FromMicroseconds(100));
        }
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.Equal(10, samples[1].Raw);
        Assert.Equal(100 * 60.0 / 450, samples[0].Value!.Value, 1e-6);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        var wrong = new PulseFlowOptions { KFactor = 0, Debounce = TimeSpan.FromSeconds(2), ZeroAfter = TimeSpan.Zero, Period = TimeSpan.Zero, Outputs = [] };
        Assert.Equal(["k_factor", "debounce", "zero_after", "period", "channels"], wrong.Validate().Select(p => p.Option));
        Assert.Empty(Options.Validate());
    }

    private void Emit(int edges, double secondsApart)
    {
        for (var i = 0; i < edges; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(secondsApart));
            _line.Emit(_clock.Now);
        }
    }
}
