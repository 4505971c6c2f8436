using System.Net.Sockets;
using System.Text;

namespace Edge.Gateway.Health;

/// <summary>Asks a running gateway how it is.</summary>
public static class StatusClient
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The gateway's answer, one line of JSON; null when no gateway listens.</summary>
    /// <param name="path">The socket: <see cref="StatusAddress.PathOf"/>.</param>
    /// <exception cref="UnauthorizedAccessException">This user may not ask.</exception>
    /// <exception cref="IOException">It listens, but does not answer as a gateway does.</exception>
    public static async Task<string?> AskAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var address = StatusAddress.Open(path);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await address.ConnectAsync(socket, time, either.Token);
            return await ReadAsync(socket, either.Token);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new UnauthorizedAccessException(path, e);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable || !Path.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException(path, e);
        }
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await socket.ReceiveAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (answer.Length + count > MostBytes)
                break;
            answer.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
