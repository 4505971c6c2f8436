using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;

namespace Edge.Simulators.Devices;

/// <summary>
/// A 1-wire bus as the kernel shows it: a folder of folders with a <c>w1_slave</c> each, in real files, read as the kernel's are. A file cannot convert when it is read, so each is written anew before this
/// process reads it, and by <see cref="Renew"/> for others. Taking it down removes the folder.
/// </summary>
public sealed class SimulatedOneWire : IOneWire
{
    private readonly string _folder;
    private readonly LinuxOneWire _kernel;
    private readonly Dictionary<string, SimulatedDs18b20> _devices = [];
    private readonly Lock _gate = new();

    /// <param name="folder">Where the tree goes.</param>
    /// <param name="name">Its key in the configuration.</param>
    public SimulatedOneWire(string folder, string name)
    {
        _folder = folder;
        Name = name;
        _kernel = new LinuxOneWire(folder, name);
        Directory.CreateDirectory(folder);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Trouble => _kernel.Trouble;

    /// <summary>Wires a device.</summary>
    /// <exception cref="ArgumentException">Its serial is there already.</exception>
    public void Connect(SimulatedDs18b20 device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _devices.Add(device.Serial, device);
    }

    /// <summary>Does something to a device between two readings.</summary>
    public void Touch(SimulatedDs18b20 device, Action<SimulatedDs18b20> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
            change(device);
    }

    /// <summary>Writes every device's file anew.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            foreach (var device in _devices.Values)
                Write(device);
        }
    }

    /// <inheritdoc/>
    public OneWireStatus Read(string device, Span<byte> scratchpad)
    {
        lock (_gate)
        {
            if (_devices.TryGetValue(device, out var found))
                Write(found);
            return _kernel.Read(device, scratchpad);
        }
    }

    /// <summary>Whole or not at all, for whoever reads at this moment.</summary>
    private void Write(SimulatedDs18b20 device)
    {
        var place = Path.Combine(_folder, device.Serial);
        if (device.Converted() is not { } text)
        {
            if (Directory.Exists(place))
                Directory.Delete(place, recursive: true);
            return;
        }

        Directory.CreateDirectory(place);
        var draft = Path.Combine(place, "w1_slave.new");
        File.WriteAllText(draft, text);
        File.Move(draft, Path.Combine(place, "w1_slave"), overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _kernel.Dispose();
        lock (_gate)
        {
            if (Directory.Exists(_folder))
                Directory.Delete(_folder, recursive: true);
        }
    }
}
