using System.Net;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Serving;

/// <summary>What the site page says in the gateway's log; the page of messages explains each.</summary>
internal static partial class Messages
{
    [LoggerMessage(300, LogLevel.Information, "the site page is at http://{Address}/")]
    public static partial void Served(this ILogger logger, IPEndPoint address);

    [LoggerMessage(301, LogLevel.Warning, "the site page cannot be served at {Address}: {Why}. Measuring is not affected; it is tried again.")]
    public static partial void NotServed(this ILogger logger, IPEndPoint address, string why);

    [LoggerMessage(302, LogLevel.Error, "a {Method} request to the site page failed, which is a mistake in it: {Why}")]
    public static partial void RequestFailed(this ILogger logger, string method, string why, Exception error);
}
