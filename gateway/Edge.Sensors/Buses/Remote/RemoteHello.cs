using System.Buffers.Binary;
using System.Text;

namespace Edge.Sensors.Buses.Remote;

/// <summary>The first message of a connection.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Bus">Key of the bus.</param>
/// <param name="Line">The line's offset, else 0.</param>
/// <param name="Session">The server's session the client last saw, 0 for none.</param>
/// <param name="Generation">Generation of the last edge seen.</param>
/// <param name="Sequence">Sequence of the last edge seen.</param>
public readonly record struct RemoteHello(RemoteKind Kind, string Bus, uint Line, ulong Session, ushort Generation, uint Sequence)
{
    private const int Fixed = 20;

    /// <summary>Into a body; returns its length.</summary>
    public int Write(Span<byte> body)
    {
        body[0] = RemoteFrame.Version;
        body[1] = (byte)Kind;
        BinaryPrimitives.WriteUInt32BigEndian(body[2..], Line);
        BinaryPrimitives.WriteUInt64BigEndian(body[6..], Session);
        BinaryPrimitives.WriteUInt16BigEndian(body[14..], Generation);
        BinaryPrimitives.WriteUInt32BigEndian(body[16..], Sequence);
        return Fixed + Encoding.UTF8.GetBytes(Bus, body[Fixed..]);
    }

    /// <summary>Out of a body. False when it is not of this version; then <paramref name="problem"/> says so.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, out RemoteHello hello, out string problem)
    {
        hello = default;
        if (body.Length < 2 || body[0] != RemoteFrame.Version)
        {
            problem = $"this bench speaks version {RemoteFrame.Version} of the remote bus protocol, the client {(body.Length > 0 ? body[0] : 0)}: use gateway and edge-sim of one release.";
            return false;
        }
        if (body.Length < Fixed || body[1] is 0 or > (byte)RemoteKind.Control)
        {
            problem = "the client's greeting is malformed.";
            return false;
        }
        problem = "";
        hello = new RemoteHello(
            (RemoteKind)body[1], Encoding.UTF8.GetString(body[Fixed..]), BinaryPrimitives.ReadUInt32BigEndian(body[2..]),
            BinaryPrimitives.ReadUInt64BigEndian(body[6..]), BinaryPrimitives.ReadUInt16BigEndian(body[14..]),
            BinaryPrimitives.ReadUInt32BigEndian(body[16..]));
        return true;
    }
}
