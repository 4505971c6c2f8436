using System.Collections.Concurrent;
using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Torture.Kill;

/// <summary>A real MQTT client of nobody's: hears what is published, publishes what it likes.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly IMqttLink _link;
    private readonly Task _hearing;
    private readonly ConcurrentQueue<MqttMessage> _heard = new();

    private Listener(IMqttLink link)
    {
        _link = link;
        _hearing = HearAsync();
    }

    public IReadOnlyList<MqttMessage> Heard => [.. _heard];

    public static async Task<Listener> ConnectAsync(int port, params string[] filters)
    {
        var endpoint = new MqttEndpoint { Host = "127.0.0.1", Port = port, IncomingCapacity = 100_000 };
        var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(endpoint, CancellationToken.None);
        foreach (var filter in filters)
            await link.SubscribeAsync(filter, CancellationToken.None);
        return new Listener(link);
    }

    /// <summary>The newest message on a topic that is as wanted, waited for.</summary>
    public async Task<ReadOnlyMemory<byte>> NewestAsync(string topic, Func<ReadOnlyMemory<byte>, bool> wanted)
    {
        MqttMessage? found = null;
        await Eventually.True(() => (found = Heard.Reverse().Cast<MqttMessage?>().FirstOrDefault(m => m!.Value.Topic == topic && wanted(m.Value.Payload))) is not null, TimeSpan.FromSeconds(60));
        return found!.Value.Payload;
    }

    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload)
    {
        var result = await _link.PublishAsync(topic, payload, retain: false, CancellationToken.None);
        if (!result.Accepted)
            throw new TortureException($"{topic}: {result}");
    }

    /// <summary>The checkpoints submitted on a gateway's anchor topic.</summary>
    public IReadOnlyList<SignedNote> Anchors(string gatewayId) =>
        [.. Heard.Where(m => m.Topic == $"edge/v1/{gatewayId}/anchor").Select(m => AddCheckpointRequest.Parse(m.Payload.Span).Note)];

    /// <summary>The checkpoints that receipts speak of.</summary>
    public IReadOnlyList<SignedNote> Receipts(string gatewayId) =>
        [.. Heard.Where(m => m.Topic == $"edge/v1/{gatewayId}/receipt" && !Refusal.IsRefusal(m.Payload.Span)).Select(m => AnchorLeaf.Parse(TlogProof.Parse(m.Payload.Span).Extra!.Value.Span))];

    public async ValueTask DisposeAsync()
    {
        var dropped = _link.Dropped;
        await _link.DisposeAsync();
        await _hearing;
        if (dropped > 0)
            throw new TortureException($"The listener lost {dropped} messages: what it heard says nothing.");
    }

    private async Task HearAsync()
    {
        await foreach (var message in _link.Incoming.ReadAllAsync())
            _heard.Enqueue(message);
    }
}
