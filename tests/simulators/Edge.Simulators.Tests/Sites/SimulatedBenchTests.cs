using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Sites;

public sealed class SimulatedBenchTests : ISampleSink
{
    private readonly SimulatedClock _clock = new();
    private readonly List<Sample> _samples = [];

    void ISampleSink.Accept(in Sample sample) => _samples.Add(sample);

    [Theory]
    [InlineData("ads1015", "0x48", "", "{ name: a, input: ain1, scale: voltage, unit: V, signal: { mean: 1.25 } }", 1.25)]
    [InlineData("mcp3424", "0x68", "", "{ name: a, input: ch4, scale: loop, unit: m, low: 0, high: 6, shunt: 91, signal: { mean: 2.5 } }", 2.5)]
    [InlineData("ina219", "0x41", "", "{ name: a, output: voltage, signal: { mean: 12.04 } }", 12.04)]
    [InlineData("ina219", "0x41", "", "{ name: a, output: current, signal: { mean: -0.75 } }", -0.75)]
    [InlineData("ina228", "0x42", "shunt: 0.01", "{ name: a, output: current, signal: { mean: -7.5 } }", -7.5)]
    [InlineData("ina228", "0x42", "", "{ name: a, output: temperature, signal: { mean: 41.5 } }, { name: u, output: voltage, signal: { mean: 48 } }", 41.5)]
    [InlineData("ade7953", "0x38", "voltage_full_scale: 354", "{ name: a, output: voltage, signal: { mean: 231.5 } }", 231.5)]
    [InlineData("ade7953", "0x38", "voltage_full_scale: 354, current_b_full_scale: 70.7, current_b_gain: 4", "{ name: a, output: power_b, signal: { mean: -612 } }, { name: u, output: voltage, signal: { mean: 231.5 } }", -612)]
    [InlineData("ade7953", "0x38", "voltage_full_scale: 354", "{ name: a, output: frequency, signal: { mean: 49.95 } }, { name: u, output: voltage, signal: { mean: 231.5 } }", 49.95)]
    [InlineData("ds3231", "0x68", "", "{ name: a, signal: { mean: -7.25 } }", -7.25)]
    public void A_sensor_that_a_site_names_is_wired_and_read_by_its_driver(string driver, string address, string options, string channels, double value)
    {
        var site = SiteFile.Read(
            $"""
            name: small
            sensors:
              - domain: energy
                driver: {driver}
                bus: i2c-1
                address: {address}
                options: {"{"} {options} {"}"}
                channels: [{channels}]
            """, "small.yaml");
        var plan = Assert.Single(site.Sensors).Plan;
        var bench = new SimulatedBench(site.Sensors, s => new AdjustableSignal(((WaveSource)s).Mean), _clock);
        using var sensor = plan.Open(bench, _clock);

        _clock.Run(sensor.SampleAsync(this, CancellationToken.None).AsTask());
        Assert.Equal(Quality.Good, _samples[0].Quality);
        Assert.Equal(value, _samples[0].Value!.Value, plan.Channels[0].Resolution);

        Assert.Equal("ok", bench.Command("fault a unplugged"));
        _clock.Run(sensor.SampleAsync(this, CancellationToken.None).AsTask());
        Assert.Equal(Reason.NoAnswer, _samples[^1].Reason);
    }

    [Fact]
    public void A_contact_opens_and_closes_on_command_and_what_is_none_says_so()
    {
        var site = SiteFile.Read(
            """
            name: small
            sensors:
              - { domain: water, driver: contact, bus: gpio, line: 22, options: { means: door }, channels: [{ name: door, output: state, signal: { mean: 0 } }] }
              - { domain: water, driver: pulse-flow, bus: gpio, line: 17, channels: [{ name: flow, output: rate, signal: { mean: 5 } }] }
            """, "small.yaml");
        var bench = new SimulatedBench(site.Sensors, s => new AdjustableSignal(((WaveSource)s).Mean), _clock);
        using var sensor = site.Sensors[0].Plan.Open(bench, _clock);

        Assert.Equal([0, 1, 0, 0], new[] { "free", "active", "inactive", "free" }.Select(state => Door(bench, sensor, state)));
        Assert.Equal("error: a flow meter is no contact; use fault flow KIND", bench.Command("contact flow active"));
        Assert.Equal("error: write contact door active|inactive|free: active is an open door, a wet rope; free follows its signal again", bench.Command("contact door open"));
    }

    private double Door(SimulatedBench bench, ISensor sensor, string state)
    {
        Assert.Equal("ok", bench.Command($"contact door {state}"));
        for (var round = 0; round < 2; round++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            _clock.Run(sensor.SampleAsync(this, CancellationToken.None).AsTask());
        }

        Assert.Equal(Quality.Good, _samples[^1].Quality);
        return _samples[^1].Value!.Value;
    }
}
