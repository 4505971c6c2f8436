using Google.Protobuf;

namespace Edge.Sparkplug.Payloads;

/// <summary>What a host may ask of this node, which has nothing else that could be written to.</summary>
internal static class RebirthRequest
{
    /// <summary>Whether a command asks for all births anew.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is no payload.</exception>
    public static bool IsIn(ReadOnlySpan<byte> command)
    {
        foreach (var metric in Payload.Parser.ParseFrom(command).Metrics)
        {
            if (metric is { Name: Metrics.Rebirth, ValueCase: Metric.ValueOneofCase.BooleanValue, BooleanValue: true })
                return true;
        }

        return false;
    }
}
