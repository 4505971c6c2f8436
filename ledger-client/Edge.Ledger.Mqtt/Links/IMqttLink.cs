using System.Threading.Channels;

namespace Edge.Ledger.Mqtt.Links;

/// <summary>
/// One connection to one broker, from CONNACK until it is closed, by either side. It never reconnects and never resends:
/// what was not acknowledged on this link is the caller's to send again on the next one.
/// </summary>
public interface IMqttLink : IAsyncDisposable
{
    /// <summary>The protocol version the broker accepted.</summary>
    MqttVersion Version { get; }

    /// <summary>
    /// Messages of all subscriptions, in the order they came. Bounded by <see cref="MqttEndpoint.IncomingCapacity"/>: what a slow
    /// reader leaves no room for is dropped and counted in <see cref="Dropped"/>. Completes when the link is closed.
    /// </summary>
    ChannelReader<MqttMessage> Incoming { get; }

    /// <summary>Messages dropped because <see cref="Incoming"/> was full.</summary>
    long Dropped { get; }

    /// <summary>Completes, never faults, when the connection has ended, and says why.</summary>
    Task<LinkClosed> Closed { get; }

    /// <summary>Subscribes with QoS 1; completes at SUBACK.</summary>
    /// <exception cref="MqttLinkException">The broker refused the filter, or the link is closed.</exception>
    Task SubscribeAsync(string filter, CancellationToken cancellationToken);

    /// <summary>
    /// Publishes with QoS 1; completes at PUBACK. A PUBACK says that the broker took the message, not that it is durable
    /// or that anybody received it.
    /// </summary>
    /// <exception cref="MqttLinkException">The link closed before the PUBACK came: the broker may or may not have the message.</exception>
    Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken);

    /// <summary>
    /// Publishes with QoS 0, not retained; completes when the operating system has it. Whether the broker got it, nobody says; it has, once it answers a
    /// subscription made afterwards.
    /// </summary>
    /// <exception cref="MqttLinkException">The link closed before.</exception>
    Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
