using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City;

/// <summary>Everything a city node logs.</summary>
internal static partial class CityMessages
{
    [LoggerMessage(300, LogLevel.Information, "Cosigned {Origin} at size {Size}.")]
    public static partial void Cosigned(ILogger logger, string origin, ulong size);

    [LoggerMessage(301, LogLevel.Warning, "Refused {Origin} at size {Size} with {Status}: {Reason}.")]
    public static partial void Refused(ILogger logger, string origin, ulong size, int status, string reason);

    [LoggerMessage(302, LogLevel.Warning, "Ignored a message on {Topic}: {Why}.")]
    public static partial void Ignored(ILogger logger, string topic, string why);

    [LoggerMessage(303, LogLevel.Warning, "Could not send on {Topic}: {Why}")]
    public static partial void NotSent(ILogger logger, string topic, string why);

    [LoggerMessage(304, LogLevel.Critical, "{Origin} signed two histories of size {Size}. The proof is kept in {Path}.")]
    public static partial void Equivocated(ILogger logger, string origin, ulong size, string path);

    [LoggerMessage(305, LogLevel.Error, "The proof that {Origin} signed two histories could not be kept: {Why}")]
    public static partial void AccusationNotKept(ILogger logger, string origin, string why);

    [LoggerMessage(310, LogLevel.Information, "Block {Height}: {Anchors} anchors, size {Size}.")]
    public static partial void Block(ILogger logger, ulong height, int anchors, ulong size);

    [LoggerMessage(311, LogLevel.Warning, "Not believed: {Why}.")]
    public static partial void NotBelieved(ILogger logger, string why);

    [LoggerMessage(312, LogLevel.Critical, "No more blocks are made: {Why}")]
    public static partial void Forked(ILogger logger, string why);

    [LoggerMessage(313, LogLevel.Information, "Going on with block {Height}, which has no quorum yet.")]
    public static partial void GoingOn(ILogger logger, ulong height);

    [LoggerMessage(320, LogLevel.Critical, "{Gateway} sent another entry {Index} than the one held. The first one stays; nothing of that message was kept. Another device uses this gateway's name, it was restored from an older copy, or the end of its log was damaged.")]
    public static partial void Contradicts(ILogger logger, string gateway, ulong index);

    [LoggerMessage(321, LogLevel.Error, "What gateways sent could not be stored, is not acknowledged, and comes again: {Why}")]
    public static partial void NotArchived(ILogger logger, string why);
}
