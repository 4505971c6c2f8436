using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;

namespace Edge.Gateway.Doctor;

/// <summary>
/// One examination at a time of the devices behind a log: two would take each other's answers. An abstract Unix socket, which needs no folder that may be written, whoever examines,
/// and is gone however the process ends.
/// </summary>
public sealed class OneExamination : IDisposable
{
    private readonly Socket _held = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private OneExamination()
    {
    }

    /// <returns>Null while another is under way.</returns>
    public static OneExamination? TryTake(GatewayConfiguration configuration)
    {
        var one = new OneExamination();
        try
        {
            one._held.Bind(new UnixDomainSocketEndPoint($"\0{NameOf(configuration.Store.Folder)}"));
            return one;
        }
        catch (SocketException e)
        {
            one.Dispose();
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse ? null : throw new IOException(e.Message, e);
        }
    }

    /// <summary>Of the socket, as the kernel lists it while an examination is under way.</summary>
    /// <param name="log">The log's folder.</param>
    public static string NameOf(string log) => $"edge-doctor-{Hash(StatusAddress.PathOf(log))}";

    public void Dispose() => _held.Dispose();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
