namespace Edge.Ledger.Mqtt.Links;

/// <summary>A message received. The payload is the receiver's own copy.</summary>
/// <param name="Topic">The topic it was published on.</param>
/// <param name="Payload">Its bytes, as published.</param>
/// <param name="Retained">Kept by the broker from before this subscription.</param>
public readonly record struct MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained);
