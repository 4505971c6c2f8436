using System.Net.Sockets;
using System.Text;
using Edge.Sensors.Buses.Remote;
using Edge.Simulators.Serving;

namespace Edge.Simulators.Commands;

/// <summary>Asks a running simulator.</summary>
public static class TellCommand
{
    /// <summary>Its answer: "ok ..." or "error: ...".</summary>
    /// <param name="path">Its socket.</param>
    /// <param name="command">In words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">Nobody is there.</exception>
    public static async Task<string> AskAsync(string path, string command, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            var frames = new FrameStream(socket);
            await frames.SendAsync(RemoteMessage.Hello, new RemoteHello(RemoteKind.Control, "", 0, 0, 0, 0).Write(frames.Body.Span), cancellationToken).ConfigureAwait(false);
            if (await frames.ReceiveAsync(cancellationToken).ConfigureAwait(false) is not { Type: RemoteMessage.Welcome })
                throw new IOException($"What listens at {path} is not an edge-sim of this version.");
            await frames.SendAsync(RemoteMessage.Command, Encoding.UTF8.GetBytes(command, frames.Body.Span), cancellationToken).ConfigureAwait(false);
            return await frames.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { Type: RemoteMessage.Answer } answer
                ? Encoding.UTF8.GetString(answer.Body.Span)
                : throw new IOException($"The simulator at {path} gave no answer.");
        }
        catch (SocketException e)
        {
            throw new IOException($"Nobody serves {path} ({e.Message}): start edge-sim serve --socket {path}.", e);
        }
    }
}
