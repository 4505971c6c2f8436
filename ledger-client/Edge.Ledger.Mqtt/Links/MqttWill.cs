namespace Edge.Ledger.Mqtt.Links;

/// <summary>What the broker publishes in a client's name, with QoS 1 and not retained, when its link ends without a farewell. The payload is not copied.</summary>
/// <param name="Topic">Where to.</param>
/// <param name="Payload">Its bytes.</param>
public sealed record MqttWill(string Topic, ReadOnlyMemory<byte> Payload);
