using System.Net;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Serving;

/// <summary>What the site page says in the gateway's log; the page of messages explains each.</summary>
internal static partial class Messages
{
    [LoggerMessage(300, LogLevel.Information, "the site page is at {Scheme}://{Address}/")]
    public static partial void Served(this ILogger logger, string scheme, IPEndPoint address);

    [LoggerMessage(301, LogLevel.Warning, "the site page cannot be served at {Address}: {Why}. Measuring is not affected; it is tried again.")]
    public static partial void NotServed(this ILogger logger, IPEndPoint address, string why);

    [LoggerMessage(302, LogLevel.Error, "a {Method} request to the site page failed, which is a mistake in it: {Why}")]
    public static partial void RequestFailed(this ILogger logger, string method, string why, Exception error);

    [LoggerMessage(303, LogLevel.Warning, "the site page stays at {Address} and does not go to {Wanted}, where others reach it. Missing: {Missing}")]
    public static partial void HeldBack(this ILogger logger, IPEndPoint address, IPEndPoint wanted, string missing);

    [LoggerMessage(304, LogLevel.Information, "the site page shows the certificate with the SHA-256 fingerprint {Fingerprint}")]
    public static partial void Shows(this ILogger logger, string fingerprint);

    [LoggerMessage(305, LogLevel.Information, "{Name} logged in to the site page from {Address}")]
    public static partial void LoggedIn(this ILogger logger, string name, IPAddress address);

    [LoggerMessage(306, LogLevel.Warning, "a login to the site page as {Name} from {Address} was refused")]
    public static partial void LoginRefused(this ILogger logger, string name, IPAddress address);

    [LoggerMessage(307, LogLevel.Error, "nobody can log in to the site page: {Why}")]
    public static partial void AccountsUnreadable(this ILogger logger, string why);

    [LoggerMessage(309, LogLevel.Error, "what the site page shows live could not be looked up: {Why}. It is tried again; measuring is not affected.")]
    public static partial void LookFailed(this ILogger logger, string why, Exception error);

    [LoggerMessage(310, LogLevel.Error, "no program is shown anything for its token: others than its owner may use {File}; run chmod 600 on it. It is looked at again with each request.")]
    public static partial void TokenOpen(this ILogger logger, string file);

    [LoggerMessage(311, LogLevel.Error, "a password of the site page could not be changed: {Why}. The old one holds.")]
    public static partial void AccountsNotWritten(this ILogger logger, string why);
}
