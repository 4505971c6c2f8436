using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Edge.Gateway.Health;

namespace Edge.Gateway.Doctor.Commissioning;

/// <summary>Hands a note to the gateway that runs.</summary>
public static class CommissioningClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The entry's index; it is durable and sealed.</summary>
    /// <param name="log">The log's folder.</param>
    /// <exception cref="UnauthorizedAccessException">Only the gateway's own user may.</exception>
    /// <exception cref="IOException">Nobody takes it, or it was not entered.</exception>
    public static async Task<ulong> EnterAsync(string log, CommissioningNote note, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = CommissioningServer.PathOf(log);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var address = StatusAddress.Open(path);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await address.ConnectAsync(socket, time, either.Token);
            await socket.SendAsync(note.Write(), either.Token);
            var answer = new byte[64];
            var length = await socket.ReceiveAsync(answer, either.Token);
            return ulong.TryParse(Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : throw new IOException(path);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new UnauthorizedAccessException(path, e);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException(path, e);
        }
    }
}
