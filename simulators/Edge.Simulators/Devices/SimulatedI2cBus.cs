using Edge.Sensors.Buses;

namespace Edge.Simulators.Devices;

/// <summary>A bus with devices on it.</summary>
/// <param name="name">Its key in the configuration.</param>
public sealed class SimulatedI2cBus(string name) : II2cBus
{
    private readonly SimulatedI2cDevice?[] _devices = new SimulatedI2cDevice?[128];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string? Trouble => null;

    /// <summary>SCL and SDA, which can be held low.</summary>
    public SimulatedBusLines Lines { get; } = new();

    /// <summary>Transfers so far.</summary>
    public long Transfers { get; private set; }

    /// <summary>Wires a device.</summary>
    /// <exception cref="ArgumentException">Its address is taken.</exception>
    public void Connect(SimulatedI2cDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (_devices[device.Address] is not null)
            throw new ArgumentException($"Two devices at 0x{device.Address:X2} on {Name}.", nameof(device));
        _devices[device.Address] = device;
    }

    /// <summary>The device at an address.</summary>
    public SimulatedI2cDevice? Find(int address) => address is >= 0 and < 128 ? _devices[address] : null;

    /// <summary>Does something to a device between two transfers.</summary>
    public void Touch(SimulatedI2cDevice device, Action<SimulatedI2cDevice> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
            change(device);
    }

    /// <inheritdoc/>
    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        lock (_gate)
        {
            Transfers++;
            if (Lines.IsHeld)
                return I2cStatus.BusStuck;
            foreach (var device in _devices)
            {
                if (device?.Fault == DeviceFault.BusStuck)
                    return I2cStatus.BusStuck;
            }
            return address < 128 && _devices[address] is { } found ? found.Transfer(write, read) : I2cStatus.NoAcknowledge;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
