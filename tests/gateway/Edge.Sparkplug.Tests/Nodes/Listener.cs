using Edge.Ledger.Mqtt.Links;
using Edge.Sparkplug.Payloads;
using Edge.Testing;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>Takes everything that is told at a broker, and keeps it.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private static readonly string[] Kinds = ["NBIRTH", "NDEATH", "NDATA", "DBIRTH", "DDEATH", "DDATA"];

    private readonly Lock _gate = new();
    private readonly List<Told> _told = [];
    private readonly HashSet<ulong> _entries = [];
    private readonly Dictionary<ulong, string> _names = [];
    private readonly IMqttLink _link;
    private readonly Task _reading;

    private Listener(IMqttLink link)
    {
        _link = link;
        _reading = ReadAsync();
    }

    public static async Task<Listener> StartAsync(MosquittoBroker broker)
    {
        var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(new MqttEndpoint { Host = broker.Host, Port = broker.Port, IncomingCapacity = 1 << 20 }, default);
        // One subscription: of a node that is being born meanwhile it hears all from some message on.
        await link.SubscribeAsync("spBv1.0/+/#", default);
        return new Listener(link);
    }

    public IMqttLink Link => _link;

    /// <summary>Messages so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _told.Count;
        }
    }

    /// <summary>Log entries of which data told so far.</summary>
    public int Entries
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public IReadOnlyList<Told> All
    {
        get
        {
            lock (_gate)
                return [.. _told];
        }
    }

    public IEnumerable<Told> Of(string kind) => All.Where(t => t.Kind == kind);

    public IEnumerable<ToldMetric> Values => All.Where(t => t.Kind == "DDATA").SelectMany(t => t.Metrics);

    /// <summary>Waits until what was told is so.</summary>
    public Task UntilAsync(Func<Listener, bool> holds, TimeSpan? limit = null) => Eventually.True(() => holds(this), limit);

    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        await _reading;
    }

    private async Task ReadAsync()
    {
        await foreach (var message in _link.Incoming.ReadAllAsync())
        {
            var parts = message.Topic.Split('/');
            if (!Kinds.Contains(parts[2]))
                continue;
            var payload = Payload.Parser.ParseFrom(message.Payload.Span);
            lock (_gate)
            {
                foreach (var metric in payload.Metrics.Where(m => m.HasName && m.HasAlias))
                    _names[metric.Alias] = metric.Name;
                _told.Add(new Told(
                    parts[2], parts.ElementAtOrDefault(4), payload.HasSeq ? payload.Seq : null, payload.Metrics.FirstOrDefault(m => m.Name == "bdSeq")?.LongValue,
                    [.. payload.Metrics.Select(Read)]));
                if (parts[2] == "DDATA")
                    _entries.UnionWith(_told[^1].Metrics.Select(m => m.Entry!.Value));
            }
        }
    }

    private ToldMetric Read(Metric metric) => new(
        metric.HasName ? metric.Name : _names.GetValueOrDefault(metric.Alias), metric.ValueCase == Metric.ValueOneofCase.DoubleValue ? metric.DoubleValue : null,
        Property(metric, "Quality")?.IntValue, Property(metric, "Reason")?.StringValue, Property(metric, "Entry")?.LongValue, metric.Timestamp, metric.IsHistorical);

    private static PropertyValue? Property(Metric metric, string key) =>
        metric.Properties is { } properties && properties.Keys.IndexOf(key) is >= 0 and var place ? properties.Values[place] : null;
}
