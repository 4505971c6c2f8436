using System.Text;
using Edge.Ledger.Mqtt.Links;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>How an endpoint introduces itself (MQTT 5 section 3.1).</summary>
internal static class ConnectPacket
{
    public static MqttConnectPacket Of(MqttEndpoint endpoint, MqttVersion version)
    {
        var packet = new MqttConnectPacket
        {
            ClientId = endpoint.ClientId ?? "",
            CleanSession = true,
            KeepAlivePeriod = (ushort)endpoint.KeepAlive.TotalSeconds,
            Username = endpoint.UserName,
            Password = endpoint.Password is { } password ? Encoding.UTF8.GetBytes(password) : null,
            MaximumPacketSize = version == MqttVersion.V5 ? (uint)endpoint.MaximumPacket : 0,
            RequestProblemInformation = true,
        };
        if (endpoint.Will is { } will)
        {
            packet.WillFlag = true;
            packet.WillTopic = will.Topic;
            packet.WillMessage = will.Payload.ToArray();
            packet.WillQoS = MqttQualityOfServiceLevel.AtLeastOnce;
        }

        return packet;
    }
}
