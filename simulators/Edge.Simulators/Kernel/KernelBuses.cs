using Edge.Sensors.Catalog;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Kernel;

/// <summary>A bench's I2C buses and GPIO lines as adapters and chips of this machine's kernel, until it ends. Needs the modules of <c>tests/vm/modules</c>.</summary>
public sealed class KernelBuses : IDisposable
{
    /// <summary>What answers is a process, which an emulated machine may keep from running for seconds; copper answers within 50 ms.</summary>
    private const string Patience = "5s";

    private readonly List<IDisposable> _open = [];
    private readonly Dictionary<string, string> _settings = [];

    private KernelBuses()
    {
    }

    /// <summary>By the key of a bus, what stands behind it in the gateway's <c>buses:</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>Makes them.</summary>
    /// <param name="sensors">Whose buses.</param>
    /// <param name="bench">With the devices.</param>
    /// <param name="time">Whose time passes.</param>
    /// <exception cref="IOException">A module is not there.</exception>
    public static KernelBuses Open(IReadOnlyList<SiteSensor> sensors, SimulatedBench bench, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(bench);
        var buses = new KernelBuses();
        try
        {
            foreach (var bus in sensors.Select(s => s.Plan).GroupBy(p => p.Bus))
                buses.Open(bus.Key, bus.ToList(), bench, time);
            return buses;
        }
        catch (IOException)
        {
            buses.Dispose();
            throw;
        }
    }

    private void Open(string bus, List<SensorPlan> plans, SimulatedBench bench, TimeProvider time)
    {
        if (plans[0].Wiring == Wiring.I2c)
        {
            var adapter = new KernelI2cBus(bench.I2c(bus));
            _open.Add(adapter);
            _settings.Add(bus, $"kind: linux, device: {adapter.Device}, timeout: {Patience}");
        }
        else if (plans[0].Wiring == Wiring.Line)
        {
            _open.Add(new KernelGpioChip(bus, plans.ToDictionary(p => p.Place, p => bench.FindLine(bus, (uint)p.Place)!), time));
            _settings.Add(bus, $"kind: linux, chip: {bus}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var open in _open)
            open.Dispose();
    }
}
