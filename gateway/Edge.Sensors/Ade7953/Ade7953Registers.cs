using System.Buffers.Binary;
using Edge.Sensors.Buses;

namespace Edge.Sensors.Ade7953;

/// <summary>Big-endian registers behind an address of 16 bits, which also says how wide they are.</summary>
/// <param name="bus">The bus the device is on.</param>
/// <param name="address">7-bit address.</param>
public readonly struct Ade7953Registers(II2cBus bus, byte address)
{
    /// <summary>Sends the register's address and reads it, joined by a repeated start. The value is 0 unless Ok.</summary>
    public I2cStatus Read(Ade7953Register register, out uint value)
    {
        Span<byte> pointer = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(pointer, (ushort)register);
        Span<byte> answer = stackalloc byte[sizeof(uint)];
        answer.Clear();
        var status = bus.Transfer(address, pointer, answer[^Ade7953Chip.Width(register)..]);
        value = status == I2cStatus.Ok ? BinaryPrimitives.ReadUInt32BigEndian(answer) : 0;
        return status;
    }

    /// <summary>Writes the register, in its own width.</summary>
    public I2cStatus Write(Ade7953Register register, uint value)
    {
        Span<byte> word = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(word, value);
        var data = word[^Ade7953Chip.Width(register)..];
        Span<byte> message = stackalloc byte[sizeof(ushort) + sizeof(uint)];
        BinaryPrimitives.WriteUInt16BigEndian(message, (ushort)register);
        data.CopyTo(message[sizeof(ushort)..]);
        return bus.Transfer(address, message[..(sizeof(ushort) + data.Length)], []);
    }
}
