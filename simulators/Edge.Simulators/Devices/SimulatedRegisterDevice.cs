using System.Buffers.Binary;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Simulators.Devices;

/// <summary>A chip with big-endian registers behind an 8-bit pointer that it keeps: most of 16 bits, some wider.</summary>
/// <param name="address">7-bit address.</param>
/// <param name="time">Whose time conversions take.</param>
public abstract class SimulatedRegisterDevice(int address, TimeProvider time) : SimulatedI2cDevice(address, time)
{
    private byte _pointer;

    /// <inheritdoc/>
    protected override void PowerOn() => _pointer = 0;

    /// <inheritdoc/>
    protected sealed override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        var now = Time.Nanoseconds();
        if (!IsSupplied(now))
        {
            PowerOn();
            return I2cStatus.NoAcknowledge;
        }
        CatchUp(now);
        if (write.Length > 0)
            _pointer = write[0];
        if (write.Length >= 3)
            Store(_pointer, BinaryPrimitives.ReadUInt16BigEndian(write[1..]));
        if (read.Length > 0)
        {
            read.Fill(0xFF);
            Span<byte> wide = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(wide, Load(_pointer));
            var register = wide[^Width(_pointer)..];
            register[..Math.Min(register.Length, read.Length)].CopyTo(read);
        }
        return I2cStatus.Ok;
    }

    /// <summary>Whether its supply is there; without it the registers are lost.</summary>
    protected virtual bool IsSupplied(long now) => true;

    /// <summary>Does what time has brought: ends conversions.</summary>
    protected abstract void CatchUp(long now);

    /// <summary>Bytes of a register.</summary>
    protected virtual int Width(byte register) => sizeof(ushort);

    /// <summary>A register is read.</summary>
    protected abstract ulong Load(byte register);

    /// <summary>A register is written.</summary>
    protected abstract void Store(byte register, ushort value);
}
