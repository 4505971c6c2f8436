using Microsoft.Extensions.Logging;

namespace Edge.Sparkplug;

/// <summary>Everything an edge node logs.</summary>
internal static partial class SparkplugMessages
{
    [LoggerMessage(240, LogLevel.Information, "Sparkplug: {Node} is born at {Broker} (bdSeq {Session}); {Waiting} log entries go as history behind the live ones.")]
    public static partial void Born(ILogger logger, string node, string broker, byte session, ulong waiting);

    [LoggerMessage(241, LogLevel.Warning, "Sparkplug: {Problem} Next try in {Seconds:F1} s.")]
    public static partial void WillReconnect(ILogger logger, string problem, double seconds);

    [LoggerMessage(242, LogLevel.Information, "Sparkplug: connected to {Broker}; nothing is told until the primary host {Host} says that it is online.")]
    public static partial void WaitsForHost(ILogger logger, string broker, string host);

    [LoggerMessage(243, LogLevel.Warning, "Sparkplug: {Reason}. Connecting again.")]
    public static partial void Ended(ILogger logger, string reason);

    [LoggerMessage(244, LogLevel.Information, "Sparkplug: {Node} is born again, because a host asked for it.")]
    public static partial void BornAgain(ILogger logger, string node);

    [LoggerMessage(245, LogLevel.Warning, "Sparkplug: {Count} of the log entries below {Index} are no longer held or damaged, and hosts have not been told them.")]
    public static partial void Skipped(ILogger logger, ulong count, ulong index);

    [LoggerMessage(246, LogLevel.Warning, "Sparkplug: a message on {Topic} was not understood: {Why}.")]
    public static partial void NotUnderstood(ILogger logger, string topic, string why);

    [LoggerMessage(247, LogLevel.Warning, "Sparkplug: what was told cannot be noted, and goes twice after a restart: {Why}")]
    public static partial void NotNoted(ILogger logger, string why);

    [LoggerMessage(248, LogLevel.Warning, "Sparkplug: {Count} more messages on {Topic} were not understood; the newest: {Why}.")]
    public static partial void MoreNotUnderstood(ILogger logger, long count, string topic, string why);
}
