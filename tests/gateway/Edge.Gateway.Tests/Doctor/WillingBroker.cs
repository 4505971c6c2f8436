using System.Threading.Channels;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>A broker that takes every connection, or refuses each with the same words.</summary>
internal sealed class WillingBroker(string? refusal = null) : IMqttConnector
{
    public string? ClientId { get; private set; }

    /// <summary>Where it was asked, in this order.</summary>
    public List<string> Asked { get; } = [];

    public Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, CancellationToken cancellationToken)
    {
        ClientId = endpoint.ClientId;
        Asked.Add(endpoint.ToString());
        return refusal is null ? Task.FromResult<IMqttLink>(new Link()) : throw new MqttLinkException(refusal, transient: true);
    }

    private sealed class Link : IMqttLink
    {
        public MqttVersion Version => MqttVersion.Newest;

        public ChannelReader<MqttMessage> Incoming => throw new NotSupportedException();

        public long Dropped => 0;

        public Task<LinkClosed> Closed => throw new NotSupportedException();

        public Task SubscribeAsync(string filter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
