using Edge.Ledger.Mqtt.Links;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.Mqtt.Sessions;

/// <summary>Everything a session logs.</summary>
internal static partial class SessionMessages
{
    [LoggerMessage(100, LogLevel.Information, "Connected to the broker {Broker} ({Version}).")]
    public static partial void Connected(ILogger logger, string broker, MqttVersion version);

    [LoggerMessage(101, LogLevel.Warning, "{Problem} Next try in {Seconds:F1} s.")]
    public static partial void WillReconnect(ILogger logger, string problem, double seconds);

    [LoggerMessage(102, LogLevel.Warning, "The link to the broker {Broker} ended: {Reason}. Connecting again.")]
    public static partial void Lost(ILogger logger, string broker, string reason);

    [LoggerMessage(103, LogLevel.Error, "A message on {Topic} could not be handled.")]
    public static partial void NotHandled(ILogger logger, string topic, Exception problem);
}
