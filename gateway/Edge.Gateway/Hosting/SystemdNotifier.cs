using System.Net.Sockets;
using System.Text;

namespace Edge.Gateway.Hosting;

/// <summary>Tells systemd how the service is: datagrams to NOTIFY_SOCKET (sd_notify(3)). Does nothing when that is not set.</summary>
public sealed class SystemdNotifier : IDisposable
{
    private readonly Socket? _socket;

    public SystemdNotifier(string? address)
    {
        if (string.IsNullOrEmpty(address))
            return;
        var path = address[0] == '@' ? "\0" + address[1..] : address;
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            _socket = socket;
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            socket.Dispose();
            Problem = $"NOTIFY_SOCKET {address} cannot be connected ({e.Message}). Start the service through systemd with Type=notify, or unset NOTIFY_SOCKET.";
        }
    }

    /// <summary>Why nobody is told although an address was given; null when someone is, or nobody wants to be.</summary>
    public string? Problem { get; }

    /// <summary>Reads NOTIFY_SOCKET and WATCHDOG_USEC.</summary>
    public static SystemdNotifier FromEnvironment() => new(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));

    /// <summary>Half the watchdog's patience; null when no watchdog waits.</summary>
    public static TimeSpan? WatchdogPeriod() =>
        long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), out var microseconds) && microseconds > 0
            ? TimeSpan.FromMicroseconds(microseconds / 2.0)
            : null;

    public void Ready() => Send("READY=1");

    public void Alive() => Send("WATCHDOG=1");

    public void Stopping() => Send("STOPPING=1");

    public void Status(string text) => Send($"STATUS={text}");

    public void Dispose() => _socket?.Dispose();

    private void Send(string message)
    {
        try
        {
            _socket?.Send(Encoding.UTF8.GetBytes(message));
        }
        catch (SocketException)
        {
            // systemd went away or is busy; the watchdog decides what that means.
        }
    }
}
