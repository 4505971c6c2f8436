using Edge.Sensors.Buses;

namespace Edge.Simulators.Devices;

/// <summary>A device at its address: handles what every device can suffer, leaves the rest to the chip.</summary>
public abstract class SimulatedI2cDevice
{
    private readonly Random _noise;
    private DeviceFault _fault;

    /// <param name="address">7-bit address.</param>
    /// <param name="time">Whose time conversions take.</param>
    protected SimulatedI2cDevice(int address, TimeProvider time)
    {
        Address = (byte)address;
        Time = time;
        _noise = new Random(address);
    }

    /// <summary>7-bit address.</summary>
    public byte Address { get; }

    /// <summary>What is wrong with it now.</summary>
    public DeviceFault Fault
    {
        get => _fault;
        set
        {
            lock (Gate)
            {
                if (value == DeviceFault.Unplugged || _fault == DeviceFault.Unplugged)
                    PowerOn();
                _fault = value;
            }
        }
    }

    /// <summary>Held by whoever changes it: the bus, commands, and its own clock where it does something by itself.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Its clock.</summary>
    protected TimeProvider Time { get; }

    /// <summary>Whether it knows that fault: what every chip can suffer, and what is its own.</summary>
    public bool CanSuffer(DeviceFault fault) => fault switch
    {
        DeviceFault.Frozen or DeviceFault.NeverReady or DeviceFault.WrongIdentity or DeviceFault.Saturated or DeviceFault.Uncalibrated => Own.Contains(fault),
        _ => true,
    };

    /// <summary>Those of its own.</summary>
    protected virtual IReadOnlyList<DeviceFault> Own { get; } = [DeviceFault.Frozen, DeviceFault.NeverReady, DeviceFault.WrongIdentity, DeviceFault.Saturated];

    /// <summary>The supply dips: registers go to their power-on values, what was being converted is lost.</summary>
    public virtual void BrownOut()
    {
        lock (Gate)
            PowerOn();
    }

    /// <summary>One transfer addressed to it.</summary>
    public I2cStatus Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        lock (Gate)
            return Serve(write, read);
    }

    private I2cStatus Serve(ReadOnlySpan<byte> write, Span<byte> read)
    {
        switch (Fault)
        {
            case DeviceFault.NoAcknowledge or DeviceFault.Unplugged:
                return I2cStatus.NoAcknowledge;
            case DeviceFault.ArbitrationLost:
                return I2cStatus.ArbitrationLost;
            case DeviceFault.TimedOut:
                return I2cStatus.TimedOut;
            case DeviceFault.Short when read.Length > 0:
                return I2cStatus.Short;
        }
        var status = Answer(write, read);
        if (Fault == DeviceFault.Garbage)
            _noise.NextBytes(read);
        if (Fault == DeviceFault.BitFlips && read.Length > 0)
            read[_noise.Next(read.Length)] ^= (byte)(1 << _noise.Next(8));
        return status;
    }

    /// <summary>What the chip does with a transfer.</summary>
    protected abstract I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read);

    /// <summary>Registers to their power-on values.</summary>
    protected abstract void PowerOn();
}
