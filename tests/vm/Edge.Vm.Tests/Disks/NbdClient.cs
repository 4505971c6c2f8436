using System.Buffers.Binary;
using System.Net.Sockets;

namespace Edge.Vm.Tests.Disks;

/// <summary>As much of an NBD client as asks one disk: what a machine's emulator says, by hand.</summary>
internal sealed class NbdClient : IDisposable
{
    private const int Read = 0, Write = 1, Flush = 3;

    /// <summary>A disk answers at once; one that says nothing for so long will not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly NetworkStream _stream;

    public NbdClient(string path)
    {
        _socket.Connect(new UnixDomainSocketEndPoint(path));
        _stream = new NetworkStream(_socket);
        Take(18);
        _stream.Write([0, 0, 0, 1]);
        _stream.Write([.. "IHAVEOPT"u8, 0, 0, 0, 7, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0]);   // go, no name, no further questions
        var export = Take(20 + 12);
        Size = BinaryPrimitives.ReadInt64BigEndian(export.AsSpan(22));
        Take(20);
    }

    public long Size { get; }

    /// <returns>The error of the answer, 0 if there is none; null when there is no answer.</returns>
    public uint? WriteAt(long offset, byte[] bytes) => Ask(Write, offset, bytes.Length, bytes);

    public uint? FlushAll() => Ask(Flush, 0, 0, []);

    public byte[] ReadAt(long offset, int count)
    {
        Assert.Equal(0u, Ask(Read, offset, count, []));
        return Take(count);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private uint? Ask(ushort command, long offset, int length, byte[] bytes)
    {
        var request = new byte[28];
        BinaryPrimitives.WriteUInt32BigEndian(request, 0x25609513);
        BinaryPrimitives.WriteUInt16BigEndian(request.AsSpan(6), command);
        BinaryPrimitives.WriteUInt64BigEndian(request.AsSpan(8), 42);
        BinaryPrimitives.WriteInt64BigEndian(request.AsSpan(16), offset);
        BinaryPrimitives.WriteInt32BigEndian(request.AsSpan(24), length);
        _stream.Write([.. request, .. bytes]);
        var answer = new byte[16];
        if (!_socket.Poll(Patience, SelectMode.SelectRead))
            return null;
        _stream.ReadExactly(answer);
        Assert.Equal(0x67446698u, BinaryPrimitives.ReadUInt32BigEndian(answer));
        Assert.Equal(42ul, BinaryPrimitives.ReadUInt64BigEndian(answer.AsSpan(8)));
        return BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(4));
    }

    private byte[] Take(int count)
    {
        var bytes = new byte[count];
        _stream.ReadExactly(bytes);
        return bytes;
    }
}
