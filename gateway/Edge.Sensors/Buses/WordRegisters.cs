using System.Buffers.Binary;

namespace Edge.Sensors.Buses;

/// <summary>Big-endian registers of 16 bits (a few are wider) behind an 8-bit pointer, as TI's converters have them.</summary>
/// <param name="bus">The bus the device is on.</param>
/// <param name="address">7-bit address.</param>
public readonly struct WordRegisters(II2cBus bus, byte address)
{
    /// <summary>Sets the pointer and reads the register, joined by a repeated start.</summary>
    public I2cStatus Read(byte register, out ushort value)
    {
        Span<byte> pointer = [register];
        Span<byte> answer = stackalloc byte[2];
        var status = bus.Transfer(address, pointer, answer);
        value = status == I2cStatus.Ok ? BinaryPrimitives.ReadUInt16BigEndian(answer) : (ushort)0;
        return status;
    }

    /// <summary>The same of a wider register.</summary>
    /// <param name="register">Its pointer.</param>
    /// <param name="bytes">1 to 8.</param>
    /// <param name="value">Its bits, unsigned; 0 unless Ok.</param>
    public I2cStatus Read(byte register, int bytes, out ulong value)
    {
        Span<byte> pointer = [register];
        Span<byte> answer = stackalloc byte[sizeof(ulong)];
        answer.Clear();
        var status = bus.Transfer(address, pointer, answer[^bytes..]);
        value = status == I2cStatus.Ok ? BinaryPrimitives.ReadUInt64BigEndian(answer) : 0;
        return status;
    }

    /// <summary>Writes the register.</summary>
    public I2cStatus Write(byte register, ushort value)
    {
        Span<byte> message = [register, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(message[1..], value);
        return bus.Transfer(address, message, []);
    }
}
