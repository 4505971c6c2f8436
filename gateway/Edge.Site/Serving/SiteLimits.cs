using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Edge.Site.Serving;

/// <summary>What one request may take: a gateway has little, and measuring goes first.</summary>
internal static class SiteLimits
{
    /// <summary>Bytes of a request's body.</summary>
    public const int MostBody = 64 * 1024;

    /// <summary>Connections at the same time; half of them of one network.</summary>
    public const int MostConnections = 128;

    /// <summary>Bytes that the kernel keeps for one connection and its client has not taken yet.</summary>
    public const int SendBuffer = 32 * 1024;

    /// <summary>From when a connection is let in to the end of its first request's head, TLS included.</summary>
    public static readonly TimeSpan FirstRequest = TimeSpan.FromSeconds(10);

    /// <summary>After this a client that takes nothing of what is sent is let go.</summary>
    public static readonly TimeSpan TakesNothing = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection or a request waits its turn at most.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Those that wait their turn are no places yet.</summary>
    private const int MostWithWaiting = 2 * MostConnections;
    private const int MostUnsent = 16 * 1024;
    private const int MostHeaderBytes = 16 * 1024;
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>What one connection may hold of what was received and of what is to be sent.</summary>
    public static void Set(SocketTransportOptions options) => (options.MaxReadBufferSize, options.MaxWriteBufferSize) = (MostBody, MostUnsent);

    public static void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = MostWithWaiting;
        limits.MaxRequestBodySize = MostBody;
        limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = Idle;
        limits.MinRequestBodyDataRate = Slowest;
        limits.MinResponseDataRate = Slowest;
    }
}
