namespace Edge.Ledger.Mqtt.Links;

/// <summary>MQTT reason codes in words (MQTT 5 section 2.4; MQTT 3.1.1 section 3.2.2.3).</summary>
public static class MqttReason
{
    /// <summary>The words for an MQTT 5 reason code.</summary>
    public static string Describe(int code) => code switch
    {
        0x00 => "success",
        0x04 => "disconnect with will",
        0x10 => "no matching subscribers",
        0x80 => "unspecified error",
        0x81 => "malformed packet",
        0x82 => "protocol error",
        0x83 => "implementation specific error",
        0x84 => "protocol version not supported",
        0x85 => "client identifier not valid",
        0x86 => "wrong user name or password",
        0x87 => "not authorised",
        0x88 => "server unavailable",
        0x89 => "server busy",
        0x8A => "banned",
        0x8B => "server shutting down",
        0x8C => "authentication method not valid",
        0x8D => "keep alive timeout",
        0x8E => "another client took over this client identifier",
        0x8F => "topic filter not valid",
        0x90 => "topic name not valid",
        0x91 => "packet identifier in use",
        0x92 => "packet identifier not found",
        0x93 => "receive maximum exceeded",
        0x94 => "topic alias not valid",
        0x95 => "packet too large",
        0x96 => "message rate too high",
        0x97 => "quota exceeded",
        0x98 => "ended by an administrator",
        0x99 => "payload format not valid",
        0x9A => "retain not supported",
        0x9B => "QoS not supported",
        0x9C => "use another server",
        0x9D => "server moved",
        0x9E => "shared subscriptions not supported",
        0x9F => "too many connections in a short time",
        0xA0 => "longest time of a connection reached",
        0xA1 => "subscription identifiers not supported",
        0xA2 => "wildcards in subscriptions not supported",
        _ => $"reason 0x{code:X2}",
    };

    /// <summary>The words for an MQTT 3.1.1 CONNACK return code.</summary>
    public static string DescribeConnectReturn(int code) => code switch
    {
        1 => "protocol version not supported",
        2 => "client identifier refused",
        3 => "server unavailable",
        4 => "wrong user name or password",
        5 => "not authorised",
        _ => Describe(code),
    };
}
