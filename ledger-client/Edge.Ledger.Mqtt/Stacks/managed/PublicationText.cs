using System.Buffers.Binary;
using System.Text.Unicode;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Whether what came in as a publication is one (MQTT 5 section 3.3), on a link that subscribes with QoS 1 and allows no topic aliases.</summary>
internal static class PublicationText
{
    /// <summary>What is wrong with it; null if nothing is.</summary>
    /// <param name="header">The first byte of the packet.</param>
    /// <param name="body">All that follows its length.</param>
    public static string? Fault(byte header, ReadOnlySpan<byte> body)
    {
        var quality = header >> 1 & 3;
        if (quality > 1)
            return $"a publication of QoS {quality}, which nobody asked for";
        if (body.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(body) is var length && body.Length < 2 + length)
            return "a publication that is cut off";
        var topic = body.Slice(2, length);
        return topic.IsEmpty ? "a publication without a topic"
            : !Utf8.IsValid(topic) || topic.Contains((byte)0) ? "a publication whose topic is no text"
            : topic.ContainsAny((byte)'+', (byte)'#') ? "a publication on a filter instead of a topic"
            : null;
    }
}
