using Edge.Sensors.Buses.Recovery;

namespace Edge.Sensors.Buses.Sharing;

/// <summary>
/// A bus that keeps its devices from costing each other their time: a transfer that failed for a passing reason is tried again while the device's own slot and
/// budget last, and a bus that is held low is freed where its lines can be reached. To drivers it is the bus.
/// </summary>
/// <param name="bus">The bus itself; ended with this one.</param>
/// <param name="timeout">Longest time one of its transfers takes.</param>
/// <param name="time">Whose time passes.</param>
/// <param name="lines">SCL and SDA, where they can be reached beside the adapter; ended with this one.</param>
public sealed class SharedI2cBus(II2cBus bus, TimeSpan timeout, TimeProvider time, IBusLines? lines = null) : II2cBus
{
    private const int Addresses = 128;

    private readonly DeviceSlot?[] _devices = new DeviceSlot?[Addresses];
    private readonly BusRecovery? _recovery = lines is null ? null : new BusRecovery(lines, bus.Name, time);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public string Name => bus.Name;

    /// <inheritdoc/>
    public string? Trouble => _recovery?.Trouble ?? bus.Trouble;

    /// <summary>How its lines were found last; unknown where they cannot be reached, free while there was no need to look.</summary>
    public BusCondition Condition => _recovery?.Condition ?? BusCondition.Unknown;

    /// <summary>
    /// Whether the last try with every device that was asked ended as those of a held bus do, on a bus with two or more of them, or once the adapter itself said so: told also where the
    /// lines cannot be reached. One device alone that does not end in time may be the device.
    /// </summary>
    public bool IsStuck
    {
        get
        {
            var asked = 0;
            var isSaid = false;
            foreach (var device in _devices)
            {
                if (device?.Ended is not { } ended)
                    continue;
                if (ended is not (I2cStatus.BusStuck or I2cStatus.TimedOut or I2cStatus.ArbitrationLost))
                    return false;
                asked++;
                isSaid |= ended == I2cStatus.BusStuck;
            }

            return isSaid || asked > 1;
        }
    }

    /// <summary>Times that the bus was held low and freed.</summary>
    public long Recoveries => _recovery?.Recoveries ?? 0;

    /// <summary>A device's part of the bus.</summary>
    /// <param name="address">7-bit address.</param>
    public DeviceSlot Slot(int address)
    {
        lock (_gate)
            return _devices[address] ??= new DeviceSlot(timeout, time);
    }

    /// <summary>The same, with what is configured.</summary>
    public DeviceSlot Slot(int address, SlotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var slot = Slot(address);
        slot.Set(settings);
        return slot;
    }

    /// <inheritdoc/>
    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (address >= Addresses)
            return I2cStatus.Refused;
        lock (_gate)
        {
            var slot = _devices[address] ??= new DeviceSlot(timeout, time);
            if (!slot.MayBegin(out var status))
                return status;
            for (var tried = 0; ; tried++)
            {
                var begun = time.GetTimestamp();
                status = bus.Transfer(address, write, read);
                _recovery?.Look(status);
                if (!slot.End(status, tried, time.GetElapsedTime(begun)))
                    return status;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bus.Dispose();
        lines?.Dispose();
    }
}
