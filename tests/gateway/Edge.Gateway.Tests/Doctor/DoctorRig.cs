using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor;
using Edge.Gateway.Tests.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>A bench of simulated devices, a configuration that fits it until a test changes it, and an examination of the two.</summary>
internal sealed class DoctorRig : IBusDirectory, IDisposable
{
    public const string Devices = """
        name: doctor
        sensors:
          - { domain: pipeline, driver: ads1115, bus: i2c-1, address: 0x49, period: 500ms, options: { gain: 4.096 }, channels: [
              { name: main.pressure, input: ain0, scale: loop, unit: bar, low: 0, high: 10, shunt: 150, signal: { mean: 5, swing: 1, period: 7min, noise: 0 } },
              { name: main.level, input: ain2, scale: loop, unit: m, low: 0, high: 4, shunt: 150, signal: { mean: 2, swing: 1, period: 7min, noise: 0 } } ] }
          - { domain: energy, driver: ina226, bus: i2c-1, address: 0x45, period: 500ms, options: { shunt: 0.01 }, channels: [
              { name: pump.voltage, output: voltage, signal: { mean: 24, swing: 1, period: 7min, noise: 0 } } ] }
          - { domain: water, driver: bme280, bus: i2c-1, address: 0x76, period: 1s, channels: [
              { name: box.temperature, output: temperature, signal: { mean: 20, swing: 1, period: 7min, noise: 0 } } ] }
        """;

    public const string Circuit = """
        name: circuit
        sensors:
          - { domain: water, driver: ezo-ph, bus: i2c-1, address: 0x63, period: 2s, channels: [ { name: tap.ph, signal: { mean: 7, swing: 0.1, period: 7min, noise: 0 } } ] }
        """;

    /// <summary>Another name of the bus i2c-1.</summary>
    public const string SameBus = "header";

    private readonly TemporaryDirectory _folder = new();
    private readonly SimulatedBench _bench;
    private readonly HashSet<byte> _touched = [];

    public DoctorRig(string devices = Devices)
    {
        var site = SiteFile.Read(devices, "devices");
        _bench = new SimulatedBench(site.Sensors, s => new WaveSignal(((WaveSource)s).Mean, 0, TimeSpan.FromMinutes(1), 0, 1, 0), TimeProvider.System, _folder.Path);
        var socket = _folder.Write("socket", "");
        foreach (var bus in site.Sensors.Where(s => s.Plan.Wiring == Wiring.Serial).Select(s => s.Plan.Bus).Distinct())
            _folder.Write($"socket.{bus}", "");
        Text = $"""
            version: 1
            origin: city.example/water-gw-0001
            who: technician Li
            identity: {"{"} key: gateway.key {"}"}
            policy: policy.txt
            store: {"{"} folder: {_folder.File("log")}, free_space_floor: 0MB {"}"}
            broker: {"{"} host: 127.0.0.1, port: 9 {"}"}

            """ + SiteConfiguration.Write(site, socket);
    }

    /// <summary>The configuration.</summary>
    public string Text { get; set; }

    public HandClock Clock { get; } = new();

    /// <summary>What it does not say of its configuration is this one's.</summary>
    public RunningGateway Running { get; set; } = RunningGateway.None;

    public FoundIdentity Identity { get; set; } = new([], [], "city.example/water-gw-0001+0708c855+AX");

    public IMqttConnector Broker { get; set; } = new WillingBroker();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Of those that GPIO lines need.</summary>
    public string? MissingLibrary { get; set; }

    /// <summary>Stands in for a bus of the bench.</summary>
    public II2cBus? Bus { get; set; }

    /// <summary>Addresses that something was asked of.</summary>
    public IReadOnlyCollection<byte> Touched => _touched;

    /// <summary>What a line is that no simulated device is wired to.</summary>
    public GpioLineState Unwired { get; set; } = GpioLineState.Gone;

    /// <summary>So many transfers of any device fail from now on.</summary>
    public int Glitches { get; set; }

    /// <summary>So many questions on serial lines go unanswered.</summary>
    public int Unanswered { get; set; }

    /// <summary>Told before each look.</summary>
    public Action<Check> OnProgress { get; set; } = static _ => { };

    public List<Check> Progress { get; } = [];

    public GatewayConfiguration Configuration => ConfigurationText.Read(Text);

    public void Break(string channel, string kind) => Assert.Equal("ok", _bench.Command(kind == "brown-out" ? $"brown-out {channel}" : $"fault {channel} {kind}"));

    /// <summary>Opens a door, wets a rope.</summary>
    public void Open(string channel) => Assert.Equal("ok", _bench.Command($"contact {channel} active"));

    public async Task<Findings> LookAsync(CancellationToken cancellationToken = default)
    {
        var with = new Instruments(this, new Board(_folder.Path, _folder.Path, MissingLibrary), Clock, () => null, () => Broker, Time);
        var running = Running is { Health: { ConfigurationHash: null } health } ? Running with { Health = health with { ConfigurationHash = Configuration.FileSha256 } } : Running;
        return await new Examination(Configuration, [], Identity, running, with, new Told(this)).RunAsync(cancellationToken);
    }

    public II2cBus I2c(string bus) => Bus ?? new WatchedBus(_bench.I2c(bus == SameBus ? "i2c-1" : bus), this);

    public IOneWire OneWire(string bus) => _bench.OneWire(bus);

    public IGpioLine Line(string bus, int offset, LineSetup setup)
    {
        try
        {
            return _bench.Line(bus, offset, setup);
        }
        catch (KeyNotFoundException)
        {
            return new UnwiredLine($"{bus} line {offset}", Unwired);
        }
    }

    public ISerialLine Serial(string bus) => new DeafLine(_bench.Serial(bus), this);

    public void Dispose() => _folder.Dispose();

    private sealed class DeafLine(ISerialLine line, DoctorRig rig) : ISerialLine
    {
        public string Name => line.Name;

        public string? Trouble => line.Trouble;

        public bool TryTake() => line.TryTake();

        public void Release() => line.Release();

        public bool Send(ReadOnlySpan<byte> bytes) => (rig.Unanswered > 0 && rig.Unanswered-- > 0) || line.Send(bytes);

        public bool TryReceive(Span<byte> bytes, out int count) => line.TryReceive(bytes, out count);

        public void Dispose() => line.Dispose();
    }

    private sealed class Told(DoctorRig rig) : IProgress<Check>
    {
        public void Report(Check value)
        {
            rig.Progress.Add(value);
            rig.OnProgress(value);
        }
    }

    private sealed class WatchedBus(II2cBus bus, DoctorRig rig) : II2cBus
    {
        public string Name => bus.Name;

        public string? Trouble => bus.Trouble;

        public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
        {
            rig._touched.Add(address);
            return rig.Glitches > 0 && rig.Glitches-- > 0 ? I2cStatus.ArbitrationLost : bus.Transfer(address, write, read);
        }

        public void Dispose()
        {
        }
    }
}
