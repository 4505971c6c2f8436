using System.Buffers.Binary;

namespace Edge.Sensors.Buses;

/// <summary>16-bit big-endian registers behind an 8-bit pointer, as TI's converters have them.</summary>
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

    /// <summary>Writes the register.</summary>
    public I2cStatus Write(byte register, ushort value)
    {
        Span<byte> message = [register, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(message[1..], value);
        return bus.Transfer(address, message, []);
    }
}
