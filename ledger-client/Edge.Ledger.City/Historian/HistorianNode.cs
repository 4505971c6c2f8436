using System.Threading.Channels;
using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Store;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Historian;

/// <summary>
/// A historian on the broker: stores what gateways send, everything that waits in one transaction, and only then tells each of them what it holds.
/// It also tells all it knows whenever it connects. What it cannot store it does not acknowledge, and is sent again.
/// </summary>
public sealed class HistorianNode
{
    private const int MostAtOnce = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly EntryArchive _archive;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    // Null stands for a new connection, after which everybody is told.
    private readonly Channel<ArrivedEntries?> _arrived = Channel.CreateBounded<ArrivedEntries?>(MostAtOnce);

    /// <summary>Prepares a node; nothing is connected before <see cref="RunAsync"/>.</summary>
    public HistorianNode(EntryArchive archive, IMqttConnector connector, MqttEndpoint endpoint, BackOff reconnect, TimeProvider clock, ILogger<HistorianNode> logger)
    {
        _archive = archive;
        _clock = clock;
        _logger = logger;
        Session = new MqttSession(connector, endpoint, new MqttSessionOptions { Filters = [EdgeTopic.Every(EdgeTopic.EntriesKind)], BackOff = reconnect }, clock, logger);
    }

    /// <summary>The link to the broker.</summary>
    public MqttSession Session { get; }

    /// <summary>Stores until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [Session.RunAsync(ReceiveAsync, end.Token), GreetAsync(end.Token), StoreAsync(end.Token)];
        await Task.WhenAny(parts);
        await end.CancelAsync();
        await Task.WhenAll(parts);
    }

    private async ValueTask ReceiveAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        if (EdgeTopic.TryParse(message.Topic) is not { } topic)
            return;
        if (!LogOrigin.IsGatewayId(topic.Id))
        {
            CityMessages.Ignored(_logger, message.Topic, "this is no gateway's id");
            return;
        }

        try
        {
            await _arrived.Writer.WriteAsync(new ArrivedEntries(topic.Id, EntriesMessage.Parse(message.Payload)), cancellationToken);
        }
        catch (MalformedException e)
        {
            CityMessages.Ignored(_logger, message.Topic, e.Message);
        }
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        var greeted = default(SessionState);
        while (true)
        {
            await Session.Changed.UntilAsync(() => Session.State is { IsConnected: true } link && link.Since != greeted?.Since, cancellationToken);
            greeted = Session.State;
            await _arrived.Writer.WriteAsync(null, cancellationToken);
        }
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        var batch = new List<ArrivedEntries>();
        while (await _arrived.Reader.WaitToReadAsync(cancellationToken))
        {
            batch.Clear();
            var connected = false;
            while (batch.Count < MostAtOnce && _arrived.Reader.TryRead(out var item))
            {
                if (item is { } arrived)
                    batch.Add(arrived);
                else
                    connected = true;
            }

            if (await PutAsync(batch, cancellationToken))
                await Task.WhenAll(batch.Select(a => a.Gateway).Concat(connected ? _archive.Gateways : []).Distinct().Select(g => TellAsync(g, cancellationToken)));
        }
    }

    private async Task<bool> PutAsync(List<ArrivedEntries> batch, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (gateway, index) in _archive.Put(batch))
                CityMessages.Contradicts(_logger, gateway, index);
            return true;
        }
        catch (StoreException e)
        {
            CityMessages.NotArchived(_logger, e.Message);
            await Task.Delay(Pause, _clock, cancellationToken);
            return false;
        }
    }

    private async Task TellAsync(string gateway, CancellationToken cancellationToken)
    {
        var topic = new EdgeTopic(gateway, EdgeTopic.HeldKind).ToString();
        try
        {
            var result = await Session.PublishAsync(topic, HeldMessage.Write(_archive.Held(gateway)), retain: false, cancellationToken);
            if (!result.Accepted)
                CityMessages.NotSent(_logger, topic, result.ToString());
        }
        catch (MqttLinkException e)
        {
            // The gateway asks when it hears nothing.
            CityMessages.NotSent(_logger, topic, e.Message);
        }
    }
}
