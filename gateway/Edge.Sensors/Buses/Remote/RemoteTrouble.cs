using System.Net.Sockets;

namespace Edge.Sensors.Buses.Remote;

/// <summary>Why the bench cannot be reached and what to do.</summary>
internal static class RemoteTrouble
{
    public static string Explain(string path, SocketError error) => error switch
    {
        SocketError.TimedOut or SocketError.WouldBlock => $"the bench at {path} does not answer in time: see whether edge-sim hangs or the machine is overloaded.",
        SocketError.AccessDenied => $"{path} may not be opened by this user: run edge-sim and the gateway as one user, or open the folder to both.",
        SocketError.ProtocolNotSupported => $"what listens at {path} does not speak the remote bus protocol: check the path.",
        SocketError.InvalidArgument => $"{path} has {RemotePath.Length(path)} bytes, a socket's path 1 to {RemotePath.Longest}: serve and write a shorter one.",
        _ => $"nobody serves {path}: start edge-sim serve --socket {path}.",
    };
}
