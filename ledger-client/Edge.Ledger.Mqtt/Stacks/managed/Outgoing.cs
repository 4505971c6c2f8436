using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>A packet on its way to the broker.</summary>
internal sealed class Outgoing
{
    public Outgoing(MqttPacket packet)
    {
        Packet = packet;
        Place = new LinkedListNode<Outgoing>(this);
        Answer = packet switch
        {
            MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.AtLeastOnce } => MqttControlPacketType.PubAck,
            MqttSubscribePacket => MqttControlPacketType.SubAck,
            _ => null,
        };
    }

    /// <summary>Where it waits for its turn, in no list once that has come.</summary>
    public LinkedListNode<Outgoing> Place { get; }

    /// <summary>What is sent; null once it was, so that what waits for an answer does not hold its bytes.</summary>
    public MqttPacket? Packet { get; private set; }

    /// <summary>The kind of answer that settles it; null: that the operating system has it does.</summary>
    public MqttControlPacketType? Answer { get; }

    /// <summary>It takes a place in the window that the broker allows for publications.</summary>
    public bool TakesRoom => Answer is MqttControlPacketType.PubAck;

    /// <summary>The broker's answer, its reason code; of a packet that is not answered, that the operating system has it.</summary>
    public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It was sent.</summary>
    public void Release() => Packet = null;
}
