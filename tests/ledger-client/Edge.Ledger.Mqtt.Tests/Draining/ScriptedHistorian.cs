using System.Threading.Channels;
using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Tests.Draining;

/// <summary>A broker with a historian behind it that says what a test makes it say, at the moment the test chooses: a real one is too honest, and keeps real time.</summary>
internal sealed class ScriptedHistorian : IMqttConnector
{
    private readonly Lock _lock = new();
    private readonly List<EntriesMessage> _got = [];
    private readonly IndexSet _held = new();
    private Link? _link;

    /// <summary>Whether it answers every message with what it then holds.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>What the broker says to a publisher.</summary>
    public byte Reason { get; set; }

    /// <summary>Everything that came.</summary>
    public IReadOnlyList<EntriesMessage> Got
    {
        get
        {
            lock (_lock)
                return [.. _got];
        }
    }

    /// <summary>Questions that came.</summary>
    public int Asked => Got.Count(m => m.Count == 0);

    /// <summary>Bundles that came.</summary>
    public IReadOnlyList<EntriesMessage> Bundles => [.. Got.Where(m => m.Count > 0)];

    /// <summary>How many entries it holds.</summary>
    public ulong Held
    {
        get
        {
            lock (_lock)
                return _held.Count;
        }
    }

    public Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, CancellationToken cancellationToken) => Task.FromResult<IMqttLink>(_link = new Link(this));

    /// <summary>It has these from earlier.</summary>
    public void Holds(ulong from, ulong to)
    {
        lock (_lock)
            _held.Add(from, to);
    }

    /// <summary>It says what it holds.</summary>
    public void Answer()
    {
        lock (_lock)
            Say(HeldMessage.Write(_held));
    }

    /// <summary>It says something.</summary>
    public void Say(byte[] payload) => _link!.Come(new MqttMessage("edge/v1/gw-1/held", payload, false));

    /// <summary>The connection ends.</summary>
    public void Cut() => _link!.End();

    private void Take(byte[] payload)
    {
        lock (_lock)
        {
            var message = EntriesMessage.Parse(payload);
            _got.Add(message);
            if (!Answers)
                return;
            _held.Add(message.First, message.First + (ulong)message.Count);
            Answer();
        }
    }

    private sealed class Link(ScriptedHistorian owner) : IMqttLink
    {
        private readonly Channel<MqttMessage> _incoming = Channel.CreateUnbounded<MqttMessage>();
        private readonly TaskCompletionSource<LinkClosed> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public MqttVersion Version => MqttVersion.V5;

        public ChannelReader<MqttMessage> Incoming => _incoming.Reader;

        public long Dropped => 0;

        public Task<LinkClosed> Closed => _closed.Task;

        public void Come(MqttMessage message) => _incoming.Writer.TryWrite(message);

        public void End()
        {
            _incoming.Writer.TryComplete();
            _closed.TrySetResult(new LinkClosed(false, "cut"));
        }

        public Task SubscribeAsync(string filter, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> payload, bool retain, CancellationToken cancellationToken)
        {
            Assert.Equal("edge/v1/gw-1/entries", topic);
            owner.Take(payload.ToArray());
            return Task.FromResult(new PublishResult(owner.Reason));
        }

        public Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => throw new NotSupportedException("Every entry is acknowledged.");

        public ValueTask DisposeAsync()
        {
            End();
            return ValueTask.CompletedTask;
        }
    }
}
