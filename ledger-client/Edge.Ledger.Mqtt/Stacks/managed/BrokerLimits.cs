using System.Text;
using Edge.Ledger.Mqtt.Links;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>What a broker said, when it admitted the link, that it does not take (MQTT 5 section 3.2.2.3); one of 3.1.1 says nothing.</summary>
internal sealed class BrokerLimits(MqttVersion version, MqttConnAckPacket admitted)
{
    private const int MostInFlight = 1024;

    private readonly bool _says = version == MqttVersion.V5;

    /// <summary>Publications that may wait for their PUBACK at once.</summary>
    public int Room => admitted.ReceiveMaximum == 0 ? MostInFlight : Math.Min((int)admitted.ReceiveMaximum, MostInFlight);

    /// <summary>Whether it keeps messages; what it would keep is sent without being kept.</summary>
    public bool Retains => !_says || admitted.RetainAvailable;

    /// <summary>Why a publication cannot be made; null if it can.</summary>
    public string? Against(MqttPublishPacket publication)
    {
        if (_says && publication.QualityOfServiceLevel > admitted.MaximumQoS)
            return $"it takes nothing above QoS {(int)admitted.MaximumQoS}";
        var number = publication.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce ? 0 : 2;
        return TooLong(2 + Encoding.UTF8.GetByteCount(publication.Topic) + number + 1 + publication.Payload.Length);
    }

    /// <summary>Why a subscription cannot be made; null if it can.</summary>
    public string? Against(string filter) => TooLong(2 + 1 + 2 + Encoding.UTF8.GetByteCount(filter) + 1);

    private string? TooLong(long body)
    {
        var packet = 1 + LengthOf(body) + body;
        return _says && admitted.MaximumPacketSize > 0 && packet > admitted.MaximumPacketSize
            ? $"it takes {admitted.MaximumPacketSize} bytes at most, and this would be {packet}"
            : null;
    }

    private static int LengthOf(long body) => body < 1 << 7 ? 1 : body < 1 << 14 ? 2 : body < 1 << 21 ? 3 : 4;
}
