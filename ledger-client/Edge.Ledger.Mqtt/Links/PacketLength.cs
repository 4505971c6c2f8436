using System.Text;

namespace Edge.Ledger.Mqtt.Links;

/// <summary>How long a packet of MQTT 5 is, in bytes, with its header and without properties: a broker may say how long one may be (section 3.2.2.3.6).</summary>
internal static class PacketLength
{
    private const int Text = 2, Number = 2, Properties = 1, Options = 1;

    /// <summary>Of a PUBLISH.</summary>
    public static long OfPublication(string topic, long payload, bool isAcknowledged) =>
        WithHeader(Text + Encoding.UTF8.GetByteCount(topic) + (isAcknowledged ? Number : 0) + Properties + payload);

    /// <summary>Of a SUBSCRIBE with one filter.</summary>
    public static long OfSubscription(string filter) => WithHeader(Number + Properties + Text + Encoding.UTF8.GetByteCount(filter) + Options);

    private static long WithHeader(long body) => 1 + (body < 1 << 7 ? 1 : body < 1 << 14 ? 2 : body < 1 << 21 ? 3 : 4) + body;
}
