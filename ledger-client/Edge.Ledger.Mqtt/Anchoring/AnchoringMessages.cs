using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>Everything anchoring logs.</summary>
internal static partial class AnchoringMessages
{
    [LoggerMessage(200, LogLevel.Information, "Anchored {Origin} at size {Size}, in block {Block}.")]
    public static partial void Anchored(ILogger logger, string origin, ulong size, string block);

    [LoggerMessage(201, LogLevel.Warning, "{Problem} Submitting again in {Seconds:F1} s.")]
    public static partial void WillSubmitAgain(ILogger logger, string problem, double seconds);

    [LoggerMessage(202, LogLevel.Warning, "Not believed: {Why}.")]
    public static partial void NotBelieved(ILogger logger, string why);

    [LoggerMessage(203, LogLevel.Warning, "{Department} refused with {Status}: {Reason}.")]
    public static partial void Refused(ILogger logger, string department, int status, string reason);

    [LoggerMessage(204, LogLevel.Information, "{Department} is at size {Size}: sending the proof from there.")]
    public static partial void Resubmitting(ILogger logger, string department, ulong size);

    [LoggerMessage(205, LogLevel.Critical, "Anchoring stopped: {Why}")]
    public static partial void Halted(ILogger logger, string why);
}
