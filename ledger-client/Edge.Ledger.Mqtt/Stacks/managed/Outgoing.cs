using MQTTnet.Packets;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>A packet on its way to the broker.</summary>
/// <param name="Packet">What is sent.</param>
/// <param name="Withdrawn">Cancelled before its turn came: it is not sent.</param>
internal sealed record Outgoing(MqttPacket Packet, CancellationToken Withdrawn)
{
    /// <summary>The broker's answer, its reason code; of a packet that is not answered, that the operating system has it.</summary>
    public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
