using System.Net.Sockets;
using System.Text;

namespace Edge.Sensors.Buses.Remote;

/// <summary>The path of a Unix domain socket, which the kernel takes up to a length only (unix(7), <c>sun_path</c> with its NUL).</summary>
internal static class RemotePath
{
    /// <summary>Bytes in UTF-8 at most.</summary>
    public const int Longest = 107;

    /// <summary>Bytes in UTF-8.</summary>
    public static int Length(string path) => Encoding.UTF8.GetByteCount(path);

    /// <summary>The end point.</summary>
    /// <exception cref="SocketException"><see cref="SocketError.InvalidArgument"/>: no path that the kernel takes.</exception>
    public static UnixDomainSocketEndPoint EndPoint(string path) =>
        path.Length > 0 && Length(path) <= Longest ? new(path) : throw new SocketException((int)SocketError.InvalidArgument);
}
