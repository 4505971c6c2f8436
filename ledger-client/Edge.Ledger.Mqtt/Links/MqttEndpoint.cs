namespace Edge.Ledger.Mqtt.Links;

/// <summary>Where a broker is and how to introduce oneself.</summary>
public sealed record MqttEndpoint
{
    /// <summary>Name or address of the broker.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port, 1 to 65535. Default 1883; usual with TLS 8883.</summary>
    public int Port { get; init; } = 1883;

    /// <summary>Client identifier, unique at the broker: a second client of the same name ends the first. Default: the broker gives one.</summary>
    public string? ClientId { get; init; }

    /// <summary>User name, if the broker asks for one.</summary>
    public string? UserName { get; init; }

    /// <summary>Password, if the broker asks for one. Never logged.</summary>
    public string? Password { get; init; }

    /// <summary>TLS, or null for plain TCP.</summary>
    public MqttTls? Tls { get; init; }

    /// <summary>What the broker says when the link ends without a farewell; null: nothing.</summary>
    public MqttWill? Will { get; init; }

    /// <summary>Protocol version. Default: the newest the broker knows.</summary>
    public MqttVersion Version { get; init; } = MqttVersion.Newest;

    /// <summary>Longest silence before a ping. Default 30 seconds; 5 seconds to 1 hour.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for CONNACK. Default 10 seconds; 0.1 seconds to 5 minutes.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Messages kept for a slow reader. Default 1,024; 1 to 1,048,576.</summary>
    public int IncomingCapacity { get; init; } = 1024;

    /// <summary>
    /// Largest packet taken from the broker, header and topic included, in bytes. Default 1 MiB; 1 KiB to 256 MiB. An MQTT 5 broker is told, and keeps
    /// what is larger; one that sends it all the same, as a 3.1.1 broker may, loses the link.
    /// </summary>
    public int MaximumPacket { get; init; } = 1 << 20;

    /// <summary>Host and port, for messages.</summary>
    public override string ToString() => Tls is null ? $"{Host}:{Port}" : $"{Host}:{Port} (TLS)";

    /// <summary>Checks the ranges above.</summary>
    /// <exception cref="ArgumentException">Names the value to correct.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Host)) throw new ArgumentException("Broker: the host is empty.");
        Require(Port is >= 1 and <= 65535, $"the port {Port} is not in 1 to 65535");
        Require(KeepAlive >= TimeSpan.FromSeconds(5) && KeepAlive <= TimeSpan.FromHours(1), $"the keep alive {KeepAlive} is not in 5 seconds to 1 hour");
        Require(ConnectTimeout >= TimeSpan.FromSeconds(0.1) && ConnectTimeout <= TimeSpan.FromMinutes(5), $"the connect timeout {ConnectTimeout} is not in 0.1 seconds to 5 minutes");
        Require(IncomingCapacity is >= 1 and <= 1 << 20, $"the incoming capacity {IncomingCapacity} is not in 1 to 1048576");
        Require(MaximumPacket is >= 1 << 10 and <= 1 << 28, $"the maximum packet {MaximumPacket} is not in 1024 to 268435456 bytes");
        Require(Password is null || UserName is not null, "a password needs a user name");
        Tls?.Validate();
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds) throw new ArgumentException($"Broker {Host}: {otherwise}.");
    }
}
