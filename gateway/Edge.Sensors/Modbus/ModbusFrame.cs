using System.Buffers.Binary;

namespace Edge.Sensors.Modbus;

/// <summary>What stands where in a frame of Modbus RTU: address, function, content, checksum.</summary>
public static class ModbusFrame
{
    /// <summary>Function: read input registers.</summary>
    public const byte ReadInputRegisters = 0x04;

    /// <summary>Set in the function of an exception answer.</summary>
    public const byte ExceptionFlag = 0x80;

    /// <summary>Bytes of a question for registers.</summary>
    public const int QuestionLength = 8;

    /// <summary>Bytes of an exception answer: address, function, code, checksum.</summary>
    public const int ExceptionLength = 5;

    /// <summary>Bytes before an answer's registers: address, function, count of bytes.</summary>
    public const int Head = 3;

    private const int CrcLength = 2;

    /// <summary>Bytes of an answer with so many registers.</summary>
    public static int AnswerLength(int registers) => Head + registers * sizeof(ushort) + CrcLength;

    /// <summary>The question for so many registers from <paramref name="first"/> on.</summary>
    public static byte[] Question(byte address, ushort first, ushort registers)
    {
        var frame = new byte[QuestionLength];
        (frame[0], frame[1]) = (address, ReadInputRegisters);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), first);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4), registers);
        Seal(frame);
        return frame;
    }

    /// <summary>Writes the checksum into the last two bytes.</summary>
    public static void Seal(Span<byte> frame) => BinaryPrimitives.WriteUInt16LittleEndian(frame[^CrcLength..], ModbusCrc.Of(frame[..^CrcLength]));

    /// <summary>Whether the last two bytes are the checksum of those before them.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> frame) =>
        frame.Length > CrcLength && BinaryPrimitives.ReadUInt16LittleEndian(frame[^CrcLength..]) == ModbusCrc.Of(frame[..^CrcLength]);
}
