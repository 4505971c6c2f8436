using System.Buffers.Binary;

namespace Edge.Sensors.Buses.Remote;

/// <summary>Framing: u16 length of what follows the header, u8 type, body. Big-endian. At most <see cref="LongestBody"/> bytes.</summary>
public static class RemoteFrame
{
    /// <summary>Spoken by both sides; another is refused.</summary>
    public const byte Version = 2;

    /// <summary>At least so often the server tells a line's client how the line is, also when nothing happened.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(500);

    /// <summary>Bytes before the body.</summary>
    public const int Header = 3;

    /// <summary>Bytes of a body at most.</summary>
    public const int LongestBody = 16_384;

    /// <summary>Bytes of one edge: i64 ns, u32 sequence, u8 rising.</summary>
    public const int EdgeBytes = 13;

    /// <summary>Bytes before the edges of an <see cref="RemoteMessage.Edges"/>: state, level, generation.</summary>
    public const int EdgesHeader = 4;

    /// <summary>Puts the header before a body that already stands at <see cref="Header"/>; returns the whole frame's length.</summary>
    public static int Seal(Span<byte> frame, RemoteMessage type, int bodyLength)
    {
        BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)bodyLength);
        frame[2] = (byte)type;
        return Header + bodyLength;
    }

    /// <summary>Finds a whole frame at the start of what was received. Length of the whole frame, 0 when incomplete, -1 when it breaks the rules.</summary>
    public static int Find(ReadOnlySpan<byte> received, out RemoteMessage type, out ReadOnlySpan<byte> body)
    {
        type = default;
        body = default;
        if (received.Length < Header)
            return 0;
        var length = BinaryPrimitives.ReadUInt16BigEndian(received);
        if (length > LongestBody || received[2] is 0 or > (byte)RemoteMessage.Answer)
            return -1;
        if (received.Length < Header + length)
            return 0;
        type = (RemoteMessage)received[2];
        body = received.Slice(Header, length);
        return Header + length;
    }

    /// <summary>One edge into <see cref="EdgeBytes"/> bytes.</summary>
    public static void WriteEdge(Span<byte> target, in GpioEdge edge)
    {
        BinaryPrimitives.WriteInt64BigEndian(target, edge.Nanoseconds);
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], edge.Sequence);
        target[12] = edge.Rising ? (byte)1 : (byte)0;
    }

    /// <summary>One edge out of <see cref="EdgeBytes"/> bytes.</summary>
    public static GpioEdge ReadEdge(ReadOnlySpan<byte> source, ushort generation) => new(
        BinaryPrimitives.ReadInt64BigEndian(source), BinaryPrimitives.ReadUInt32BigEndian(source[8..]), generation, source[12] != 0);
}
