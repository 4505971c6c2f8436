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
        return TooLong(PacketLength.OfPublication(publication.Topic, publication.Payload.Length, publication.QualityOfServiceLevel > MqttQualityOfServiceLevel.AtMostOnce));
    }

    /// <summary>Why a subscription cannot be made; null if it can.</summary>
    public string? Against(string filter) => TooLong(PacketLength.OfSubscription(filter));

    private string? TooLong(long packet) => _says && admitted.MaximumPacketSize > 0 && packet > admitted.MaximumPacketSize
        ? $"it takes {admitted.MaximumPacketSize} bytes at most, and this would be {packet}"
        : null;
}
