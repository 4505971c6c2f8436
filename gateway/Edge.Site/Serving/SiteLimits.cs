using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Edge.Site.Serving;

/// <summary>What one request may take: a gateway has little, and measuring goes first.</summary>
internal static class SiteLimits
{
    /// <summary>Bytes of a request's body.</summary>
    public const int MostBody = 64 * 1024;

    private const int MostConnections = 128;
    private const int MostHeaderBytes = 16 * 1024;
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestBodySize = MostBody;
        limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = Idle;
        limits.MinRequestBodyDataRate = Slowest;
        limits.MinResponseDataRate = Slowest;
    }
}
