using System.Buffers.Binary;

namespace Edge.Vm.Disks;

/// <summary>
/// The server's side of the network block device protocol, fixed newstyle negotiation, simple replies
/// (github.com/NetworkBlockDevice/nbd, doc/proto.md). A disk that can be flushed and nothing more: who wants one write durable must flush.
/// </summary>
internal sealed class NbdWire(Stream stream)
{
    private const ulong ServerMagic = 0x4e42444d41474943;   // "NBDMAGIC"
    private const ulong OptionMagic = 0x49484156454f5054;   // "IHAVEOPT"
    private const ulong OptionReplyMagic = 0x3e889045565a9;
    private const uint RequestMagic = 0x25609513;
    private const uint ReplyMagic = 0x67446698;
    private const ushort Flags = 1 | 4;   // has flags, takes flushes
    private const uint Invalid = 22;   // EINVAL
    private const int MaxLength = 64 << 20;
    private const int ExportName = 1, Abort = 2, Info = 6, Go = 7;
    private const uint Acknowledged = 1, InfoReply = 3, Unsupported = 0x80000001;

    /// <returns>False when the client went without using the disk.</returns>
    public bool Negotiate(long size)
    {
        var hello = new byte[18];
        BinaryPrimitives.WriteUInt64BigEndian(hello, ServerMagic);
        BinaryPrimitives.WriteUInt64BigEndian(hello.AsSpan(8), OptionMagic);
        hello[17] = 1;   // fixed newstyle
        stream.Write(hello);
        stream.ReadExactly(new byte[4]);
        var head = new byte[16];
        while (true)
        {
            stream.ReadExactly(head);
            var option = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(8));
            stream.ReadExactly(new byte[Length(head.AsSpan(12))]);
            switch (option)
            {
                case ExportName:
                    stream.Write([.. Export(size), .. new byte[124]]);
                    return true;
                case Info or Go:
                    ReplyOption(option, InfoReply, [0, 0, .. Export(size)]);
                    ReplyOption(option, Acknowledged, []);
                    if (option == Go)
                        return true;
                    break;
                case Abort:
                    return false;
                default:
                    ReplyOption(option, Unsupported, []);
                    break;
            }
        }
    }

    /// <returns>False at the end of the connection.</returns>
    public bool Read(out NbdRequest request)
    {
        request = default;
        Span<byte> head = stackalloc byte[28];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return false;
        if (BinaryPrimitives.ReadUInt32BigEndian(head) != RequestMagic)
            throw new InvalidOperationException($"Not a request of the NBD protocol: {Convert.ToHexString(head)}");
        var command = (NbdCommand)BinaryPrimitives.ReadUInt16BigEndian(head[6..]);
        var length = Length(head[24..]);
        var bytes = command == NbdCommand.Write ? new byte[length] : [];
        stream.ReadExactly(bytes);
        request = new NbdRequest(command, BinaryPrimitives.ReadUInt64BigEndian(head[8..]), BinaryPrimitives.ReadInt64BigEndian(head[16..]), length, bytes);
        return true;
    }

    public void Reply(NbdRequest request, ReadOnlySpan<byte> bytes)
    {
        WriteHead(request, 0);
        stream.Write(bytes);
    }

    public void Refuse(NbdRequest request) => WriteHead(request, Invalid);

    private static byte[] Export(long size)
    {
        var export = new byte[10];
        BinaryPrimitives.WriteInt64BigEndian(export, size);
        BinaryPrimitives.WriteUInt16BigEndian(export.AsSpan(8), Flags);
        return export;
    }

    private static int Length(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) is <= MaxLength and var length
        ? (int)length
        : throw new InvalidOperationException($"A request of {BinaryPrimitives.ReadUInt32BigEndian(bytes)} bytes; at most {MaxLength} are taken.");

    private void WriteHead(NbdRequest request, uint error)
    {
        Span<byte> head = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(head, ReplyMagic);
        BinaryPrimitives.WriteUInt32BigEndian(head[4..], error);
        BinaryPrimitives.WriteUInt64BigEndian(head[8..], request.Handle);
        stream.Write(head);
    }

    private void ReplyOption(int option, uint reply, ReadOnlySpan<byte> bytes)
    {
        var head = new byte[20];
        BinaryPrimitives.WriteUInt64BigEndian(head, OptionReplyMagic);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), option);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(12), reply);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), bytes.Length);
        stream.Write([.. head, .. bytes]);
    }
}
