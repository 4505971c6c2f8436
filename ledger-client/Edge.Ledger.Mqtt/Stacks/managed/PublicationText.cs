using System.Buffers.Binary;
using System.Text.Unicode;
using Edge.Ledger.Mqtt.Links;

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
        if (quality == 1 && body[(2 + length)..] is not [_, _, ..] or [0, 0, ..])
            return "a publication of QoS 1 without a number";
        return topic.IsEmpty ? "a publication without a topic"
            : !Utf8.IsValid(topic) || topic.Contains((byte)0) ? "a publication whose topic is no text"
            : topic.ContainsAny((byte)'+', (byte)'#') ? "a publication on a filter instead of a topic"
            : null;
    }

    /// <summary>Bytes of the payload, by what the packet says of all before it; MQTTnet goes by the properties themselves, and takes into them what they are short of.</summary>
    /// <param name="header">The first byte of the packet, which has no fault.</param>
    /// <param name="body">All that follows its length.</param>
    /// <param name="version">Only MQTT 5 has properties.</param>
    public static int PayloadLength(byte header, ReadOnlySpan<byte> body, MqttVersion version)
    {
        var at = 2 + BinaryPrimitives.ReadUInt16BigEndian(body) + ((header & 0b110) == 0 ? 0 : 2);
        if (version is not MqttVersion.V5)
            return body.Length - at;
        var properties = 0;
        for (var shift = 0; at < body.Length; shift += 7)
        {
            var next = body[at++];
            properties |= (next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }

        return body.Length - at - properties;
    }
}
