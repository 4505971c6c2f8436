using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;
using Edge.Testing;

namespace Edge.Simulators.Tests.Sites;

public sealed class WaterSiteTests : IDisposable
{
    private const string Site = """
        name: every-water-device
        sensors:
          - { domain: water, driver: ezo-ph, bus: i2c-1, period: 2s, channels: [{ name: ph, signal: { mean: 7.2 } }] }
          - { domain: water, driver: ezo-orp, bus: i2c-1, period: 2s, channels: [{ name: orp, signal: { mean: -180.5 } }] }
          - { domain: water, driver: ezo-do, bus: i2c-1, period: 2s, options: { temperature: 12 }, channels: [{ name: oxygen, signal: { mean: 8.25 } }] }
          - { domain: water, driver: ezo-ec, bus: i2c-1, period: 2s, channels: [{ name: conductivity, signal: { mean: 412.5 } }] }
          - { domain: water, driver: ezo-rtd, bus: i2c-1, period: 2s, channels: [{ name: temperature, signal: { mean: -4.125 } }] }
          - domain: water
            driver: bme280
            bus: i2c-1
            channels:
              - { name: air.pressure, output: pressure, signal: { mean: 98765 } }
          - { domain: water, driver: ds18b20, bus: w1, device: 28-0316a27913ff, channels: [{ name: pipe.temperature, signal: { mean: -3.5 } }] }
        """;

    private readonly SimulatedClock _clock = new();
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_driver_reads_from_its_device_what_the_sites_file_says_is_there()
    {
        var read = Read(Bench());

        Assert.Equal([7.2, -180.5, 8.25, 412.5, -4.125], read.Take(5).Select(s => s.Value!.Value));
        Assert.Equal(98_765, read[5].Value!.Value, 3.0);
        Assert.Equal(-3.5, read[6].Value);
        Assert.All(read, s => Assert.Equal((Quality.Good, Reason.None), (s.Quality, s.Reason)));
    }

    [Fact]
    public void A_calibration_that_is_lost_on_command_is_told_by_the_circuit_it_is_lost_in()
    {
        var bench = Bench();

        Assert.Equal("ok", bench.Command("fault orp uncalibrated"));

        Assert.Equal(
            [Reason.None, Reason.CalibrationLost, Reason.None, Reason.None, Reason.None, Reason.None, Reason.None], Read(bench).Select(s => s.Reason));
    }

    [Fact]
    public void A_thermometer_on_1_wire_suffers_on_command_what_it_can_suffer()
    {
        var bench = Bench();

        Assert.Equal("ok", bench.Command("fault pipe.temperature bus-stuck"));
        Assert.Equal(Reason.BusFault, Read(bench)[6].Reason);
        Assert.Equal("ok", bench.Command("fault pipe.temperature none"));
        Assert.Equal("ok", bench.Command("brown-out pipe.temperature"));
        Assert.Equal(Reason.NotReady, Read(bench)[6].Reason);
        Assert.Equal("error: a 1-wire thermometer cannot be arbitration-lost", bench.Command("fault pipe.temperature arbitration-lost"));
        Assert.Equal(Reason.None, Read(bench)[6].Reason);
    }

    private SimulatedBench Bench() => new(SiteFile.Read(Site, "site.yaml").Sensors, Wave, _clock, _folder.Path);

    private WaveSignal Wave(ChannelSource source) => source is WaveSource wave
        ? new WaveSignal(wave.Mean, wave.Swing, wave.Period, wave.Noise, 1, _clock.Now)
        : throw new ArgumentException("The site has signals only.", nameof(source));

    private List<Sample> Read(SimulatedBench bench)
    {
        var sink = new Samples();
        foreach (var plan in SiteFile.Read(Site, "site.yaml").Sensors.Select(s => s.Plan))
        {
            using var driver = plan.Open(bench, _clock);
            _clock.Run(driver.SampleAsync(sink, CancellationToken.None).AsTask());
        }

        return sink.All;
    }

    private sealed class Samples : ISampleSink
    {
        public List<Sample> All { get; } = [];

        public void Accept(in Sample sample) => All.Add(sample);
    }
}
