using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Serving;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Buses.Remote;

/// <summary>A bench with one bus and one line, served on a real socket in a folder of its own, and restarted at will.</summary>
internal sealed class LoopbackBench : IBench, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-bench-");
    private readonly SimulatedI2cBus _bus = new("i2c-1");
    private BusServer? _server;

    public LoopbackBench()
    {
        Converter = new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, Clock);
        Converter.Connect(0, new AdjustableSignal(1));
        _bus.Connect(Converter);
        Start();
    }

    public string Socket => Path.Combine(_folder.FullName, "bench.sock");

    public SimulatedClock Clock { get; } = new();

    public SimulatedAds1x15 Converter { get; }

    public SimulatedGpioLine Line { get; private set; } = new("gpio line 17", 100);

    /// <summary>Set to delay each transfer until it is released.</summary>
    public ManualResetEventSlim Open { get; } = new(true);

    public II2cBus? FindBus(string bus) => bus == "i2c-1" ? new GatedBus(_bus, Open) : null;

    public SimulatedGpioLine? FindLine(string bus, uint offset) => bus == "gpio" && offset == 17 ? Line : null;

    public string Command(string words) => words;

    public void Start()
    {
        _server = new BusServer(Socket, this, TimeProvider.System);
        _server.Start();
    }

    public async Task StopAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    /// <summary>As another process would come up: a new session, a new line.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Line = new SimulatedGpioLine("gpio line 17", 100);
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        Open.Set();
        await StopAsync();
        _folder.Delete(true);
    }

    private sealed class GatedBus(SimulatedI2cBus bus, ManualResetEventSlim open) : II2cBus
    {
        public string Name => bus.Name;

        public string? Trouble => null;

        public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
        {
            open.Wait(TimeSpan.FromSeconds(10));
            return bus.Transfer(address, write, read);
        }

        public void Dispose()
        {
        }
    }
}
