using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>Everything a drain logs.</summary>
internal static partial class DrainMessages
{
    [LoggerMessage(220, LogLevel.Information, "The historian holds {Held} of {Size} entries; the other {Backlog} go behind the live ones.")]
    public static partial void Heard(ILogger logger, ulong held, ulong size, ulong backlog);

    [LoggerMessage(221, LogLevel.Warning, "The historian is not heard: {Why}. It is asked again every {Seconds:0.#} s.")]
    public static partial void Silent(ILogger logger, string why, double seconds);

    [LoggerMessage(222, LogLevel.Warning, "What the historian said was not believed: {Why}.")]
    public static partial void NotBelieved(ILogger logger, string why);

    [LoggerMessage(223, LogLevel.Warning, "{Count} of the entries {First} to {Last} are no longer held or damaged, and the historian does not have them. Gap entries tell of them.")]
    public static partial void Skipped(ILogger logger, ulong count, ulong first, ulong last);

    [LoggerMessage(224, LogLevel.Warning, "The historian holds {Now} entries and said {Before} before: what it lacks is sent again.")]
    public static partial void HoldsLess(ILogger logger, ulong now, ulong before);

    [LoggerMessage(225, LogLevel.Information, "The historian has the whole backlog, {Size} entries.")]
    public static partial void CaughtUp(ILogger logger, ulong size);

    [LoggerMessage(226, LogLevel.Error, "For {Patience} the historian acknowledged nothing, although entries were sent to it. Look at its own messages: its disk may be full.")]
    public static partial void Stuck(ILogger logger, string patience);
}
