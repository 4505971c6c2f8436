using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Buses.Remote;
using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Stacks;

namespace Edge.Sensors.Catalog;

/// <summary>Opens buses when they are first asked for and keeps them until it is ended.</summary>
public sealed class BusDirectory : IBusDirectory, IDisposable
{
    private static readonly TimeSpan FirstConnection = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, BusPlan> _plans;
    private readonly Dictionary<string, SharedI2cBus> _open = [];
    private readonly Dictionary<string, IOneWire> _wires = [];
    private readonly Dictionary<string, ISerialLine> _serial = [];
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();

    /// <param name="plans">The buses, keys unique.</param>
    /// <param name="time">For back-off.</param>
    public BusDirectory(IEnumerable<BusPlan> plans, TimeProvider time)
    {
        _plans = plans.ToDictionary(p => p.Name);
        _time = time;
    }

    /// <inheritdoc/>
    public II2cBus I2c(string bus) => Shared(bus);

    /// <summary>The I2C bus of that key with what it keeps of its devices; always the same one.</summary>
    /// <exception cref="KeyNotFoundException">No such bus.</exception>
    public SharedI2cBus Shared(string bus)
    {
        lock (_gate)
        {
            return _open.TryGetValue(bus, out var open) ? open : _open[bus] = Open(Find(bus, Wiring.I2c));
        }
    }

    private SharedI2cBus Open(BusPlan plan) => new(
        plan.Kind == BusKind.Remote ? new RemoteI2cBus(plan.Socket!, plan.Name, _time, plan.Timeout) : Copper.I2c(plan.Device!, plan.Name, _time, plan.Timeout),
        plan.Timeout, _time, plan.Recovery is { } lines ? new LinuxBusLines(lines.Chip, lines.Clock, lines.Data) : null);

    /// <inheritdoc/>
    public IOneWire OneWire(string bus)
    {
        lock (_gate)
        {
            if (!_wires.TryGetValue(bus, out var open))
                _wires.Add(bus, open = new LinuxOneWire(Find(bus, Wiring.OneWire).Folder!, bus));
            return open;
        }
    }

    /// <inheritdoc/>
    public IGpioLine Line(string bus, int offset, LineSetup setup)
    {
        var plan = Find(bus, Wiring.Line);
        return plan.Kind == BusKind.Remote ? Remote(plan, offset) : Copper.Line(plan.Chip!, offset, setup, _time);
    }

    /// <inheritdoc/>
    public ISerialLine Serial(string bus)
    {
        lock (_gate)
        {
            return _serial.TryGetValue(bus, out var open) ? open
                : _serial[bus] = new LinuxSerialLine(Find(bus, Wiring.Serial).Serial!, bus, _time);
        }
    }

    private RemoteGpioLine Remote(BusPlan plan, int offset)
    {
        var line = new RemoteGpioLine(plan.Socket!, plan.Name, offset, _time);
        line.WaitUntilTried(FirstConnection);
        return line;
    }

    private BusPlan Find(string bus, Wiring wiring) =>
        _plans.TryGetValue(bus, out var plan) && plan.Carries(wiring) ? plan
        : throw new KeyNotFoundException($"There is no fitting bus \"{bus}\"; buses: has {string.Join(", ", _plans.Keys)}.");

    /// <summary>
    /// Ends transfers that wait for another process, which may be for as long as that bus's <c>timeout</c>: they answer <see cref="I2cStatus.Gone"/>, as all later ones do.
    /// One over copper ends by itself.
    /// </summary>
    public void LeaveRemote()
    {
        lock (_gate)
        {
            foreach (var (name, bus) in _open)
            {
                if (_plans[name].Kind == BusKind.Remote)
                    bus.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bus in _open.Values)
            bus.Dispose();
        _open.Clear();
        foreach (var wire in _wires.Values)
            wire.Dispose();
        _wires.Clear();
        foreach (var line in _serial.Values)
            line.Dispose();
        _serial.Clear();
    }
}
