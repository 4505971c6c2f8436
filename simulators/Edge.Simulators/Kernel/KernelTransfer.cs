using System.Buffers.Binary;
using Edge.Sensors.Buses;

namespace Edge.Simulators.Kernel;

/// <summary>
/// One request of the kernel's adapter and its answer, as <c>tests/vm/modules/edge-i2c.c</c> has them: a sequence of messages, of which a written one and a
/// read one behind it to the same device are one transfer with a repeated start. Little-endian, as the machines that this runs on.
/// </summary>
public static class KernelTransfer
{
    private const int Header = 8;
    private const ushort Read = 0x0001, TenBit = 0x0010, CountedByDevice = 0x0400;

    /// <summary>The longest answer and the longest request: 42 messages of 8,192 bytes.</summary>
    public const int Longest = Header + 42 * (Header + 8192);

    /// <summary>Does what a request asks for.</summary>
    /// <param name="request">Whole, as the kernel gave it.</param>
    /// <param name="bus">With the devices.</param>
    /// <param name="answer">At least <see cref="Longest"/> bytes.</param>
    /// <returns>The answer's length.</returns>
    public static int Answer(ReadOnlySpan<byte> request, II2cBus bus, Span<byte> answer)
    {
        ArgumentNullException.ThrowIfNull(bus);
        request[..4].CopyTo(answer);
        var left = BinaryPrimitives.ReadUInt32LittleEndian(request[4..]);
        var at = request[Header..];
        var (end, error) = (Header, 0);
        while (left > 0 && error == 0)
        {
            var first = Message.Take(ref at, ref left);
            var isJoined = !first.IsRead && left > 0 && Message.Peek(at) is { IsRead: true } && Message.Peek(at).Address == first.Address;
            var second = isJoined ? Message.Take(ref at, ref left) : default;
            var read = answer.Slice(end, first.IsRead ? first.Length : second.Length);
            error = first.IsPlain && second.IsPlain ? ToErrno(bus.Transfer((byte)first.Address, first.Bytes, read)) : Errno.OperationNotSupported;
            end += read.Length;
        }
        BinaryPrimitives.WriteInt32LittleEndian(answer[4..], -error);
        return error == 0 ? end : Header;
    }

    /// <summary>The error by which the kernel's adapters tell of a status (Documentation/i2c/fault-codes.rst); 0 for Ok.</summary>
    public static int ToErrno(I2cStatus status) => status switch
    {
        I2cStatus.Ok => 0,
        I2cStatus.NoAcknowledge => Errno.NoSuchAddress,
        I2cStatus.BusStuck => Errno.Busy,
        I2cStatus.ArbitrationLost => Errno.TryAgain,
        I2cStatus.TimedOut => Errno.TimedOut,
        I2cStatus.Short => Errno.Protocol,
        I2cStatus.Gone => Errno.NoSuchDevice,
        _ => Errno.OperationNotSupported,
    };

    private static class Errno
    {
        public const int NoSuchAddress = 6, TryAgain = 11, Busy = 16, NoSuchDevice = 19, Protocol = 71, OperationNotSupported = 95, TimedOut = 110;
    }

    private readonly ref struct Message(ushort address, ushort flags, int length, ReadOnlySpan<byte> bytes)
    {
        public ushort Address { get; } = address;

        public int Length { get; } = length;

        /// <summary>What is written; empty for one that reads.</summary>
        public ReadOnlySpan<byte> Bytes { get; } = bytes;

        public bool IsRead => (flags & Read) != 0;

        public bool IsPlain => (flags & (TenBit | CountedByDevice)) == 0;

        public static Message Peek(ReadOnlySpan<byte> at)
        {
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(at[2..]);
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(at[4..]);
            return new Message(BinaryPrimitives.ReadUInt16LittleEndian(at), flags, length, (flags & Read) != 0 ? default : at.Slice(Header, length));
        }

        public static Message Take(ref ReadOnlySpan<byte> at, ref uint left)
        {
            var message = Peek(at);
            at = at[(Header + message.Bytes.Length)..];
            left--;
            return message;
        }
    }
}
