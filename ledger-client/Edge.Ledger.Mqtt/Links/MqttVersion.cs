namespace Edge.Ledger.Mqtt.Links;

/// <summary>Protocol versions; the value is the protocol level in CONNECT.</summary>
public enum MqttVersion
{
    /// <summary>MQTT 5, falling back to 3.1.1 where the broker does not know it.</summary>
    Newest = 0,

    /// <summary>MQTT 3.1.1 (OASIS, 2014).</summary>
    V311 = 4,

    /// <summary>MQTT 5 (OASIS, 2019).</summary>
    V5 = 5,
}
