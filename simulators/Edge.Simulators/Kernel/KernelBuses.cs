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
            foreach (var bus in sensors.Select(s => s.Plan).Where(p => p.Wiring == Wiring.I2c).Select(p => p.Bus).Distinct())
                buses.OpenI2c(bus, bench);
            var lines = sensors.Select(s => s.Plan).Where(p => p.Wiring == Wiring.Line).Select(p => (p.Bus, Line: p.Place))
                .Concat(sensors.Where(s => s.Plan.SecondPlace is not null).Select(s => s.Plan.SecondPlace!.Value));
            foreach (var chip in lines.GroupBy(l => l.Bus, l => l.Line))
                buses.OpenLines(chip.Key, chip, bench, time);
            return buses;
        }
        catch (IOException)
        {
            buses.Dispose();
            throw;
        }
    }

    private void OpenI2c(string bus, SimulatedBench bench)
    {
        var adapter = new KernelI2cBus(bench.I2c(bus));
        _open.Add(adapter);
        _settings.Add(bus, $"kind: linux, device: {adapter.Device}, timeout: {Patience}");
    }

    private void OpenLines(string bus, IEnumerable<int> lines, SimulatedBench bench, TimeProvider time)
    {
        _open.Add(new KernelGpioChip(bus, lines.ToDictionary(l => l, l => bench.FindLine(bus, (uint)l)!), time));
        _settings.Add(bus, $"kind: linux, chip: {bus}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var open in _open)
            open.Dispose();
    }
}
