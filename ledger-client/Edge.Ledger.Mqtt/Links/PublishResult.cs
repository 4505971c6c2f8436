namespace Edge.Ledger.Mqtt.Links;

/// <summary>What a PUBACK said. An MQTT 3.1.1 broker can only say success.</summary>
/// <param name="ReasonCode">MQTT 5 section 3.4.2.1; below 0x80 the broker took the message.</param>
public readonly record struct PublishResult(byte ReasonCode)
{
    /// <summary>The broker took the message.</summary>
    public bool Accepted => ReasonCode < 0x80;

    /// <summary>The broker took the message and says that nobody is subscribed to its topic.</summary>
    public bool NobodySubscribed => ReasonCode == 0x10;

    /// <summary>The reason in words.</summary>
    public override string ToString() => MqttReason.Describe(ReasonCode);
}
