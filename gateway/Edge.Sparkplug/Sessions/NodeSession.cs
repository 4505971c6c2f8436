using System.Buffers;
using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Tiles;
using Edge.Sparkplug.Devices;
using Edge.Sparkplug.Payloads;
using Edge.Sparkplug.Progress;
using Google.Protobuf;
using Lane = Edge.Sparkplug.Progress.Lane;

namespace Edge.Sparkplug.Sessions;

/// <summary>One connection of the node to its broker: births, then data in an unbroken sequence, and a death at the end. One thread at a time.</summary>
internal sealed class NodeSession(IMqttLink link, NodeMemory memory, SparkplugOptions options, Topics topics, TimeProvider clock)
{
    /// <summary>Bytes of entries told at once, so that live ones wait behind little.</summary>
    private const int BundleBytes = 16_384;

    /// <summary>Entries looked through, at most, for what was last read before a birth.</summary>
    private const ulong MostLookedThrough = 4096;

    /// <summary>Longest time a message that has its number is waited for when the session is to end.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(1);

    private readonly Outgoing _outgoing = new(topics, memory.Devices);
    private readonly ArrayBufferWriter<byte> _bundle = new(2 * BundleBytes);
    private readonly TokenBucket _bucket = new(options.Rate, options.Burst, clock);
    private byte _sequence;

    /// <summary>Its births went out.</summary>
    public bool IsBorn { get; private set; }

    /// <summary>All births: of the node, and of every device that is alive; the first time on a link that is all of them.</summary>
    public async Task BearAsync(CancellationToken cancellationToken)
    {
        if (!IsBorn)
            Begin();
        _sequence = 0;
        await SendAsync(topics.Birth, NodeMessages.Birth(memory.Session, options.About, Now), cancellationToken);
        foreach (var device in memory.Devices.All.Where(d => d.IsBorn))
            await SendAsync(topics.DeviceBirth(device.Name), _outgoing.Birth(device, Now), cancellationToken);
        IsBorn = true;
    }

    /// <summary>Tells the next entries of a lane.</summary>
    /// <returns>False when there are none, or none may go now.</returns>
    public async Task<bool> TellAsync(Lane lane, CancellationToken cancellationToken)
    {
        if ((lane == Lane.History && !_bucket.IsOpen) || memory.Told.Next(lane, memory.Size) is not { } span)
            return false;
        var count = Read(span);
        if (count == 0)
        {
            memory.Skip(new IndexSpan(span.From, span.From + 1));
            return true;
        }

        _outgoing.Clear();
        Each(span.From, (channel, reading) => _outgoing.Add(channel, reading, lane, Now));
        foreach (var (topic, payload) in _outgoing.Messages)
            await SendAsync(topic, payload, cancellationToken);
        if (lane == Lane.History)
            _bucket.Take(_bundle.WrittenCount);
        memory.Told.Went(new IndexSpan(span.From, span.From + (ulong)count));
        return true;
    }

    /// <summary>Devices that do not answer die, once nothing of them waits that has to be told before.</summary>
    public async Task BuryAsync(CancellationToken cancellationToken)
    {
        if (memory.Told.Next(Lane.History, memory.Size) is not null)
            return;
        foreach (var device in memory.Devices.All.Where(d => d is { IsBorn: true, IsLost: true }))
        {
            device.IsBorn = false;
            await SendAsync(topics.DeviceDeath(device.Name), new Payload(), cancellationToken);
        }
    }

    /// <summary>Asks the broker something; when it answers, it has all that went before.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        var count = memory.Told.InDoubt;
        await link.SubscribeAsync(topics.Commands, cancellationToken);
        memory.Told.Confirm(count);
    }

    /// <summary>Says farewell, as it must whenever it goes on purpose.</summary>
    public Task DieAsync(CancellationToken cancellationToken) =>
        link.PublishAsync(topics.Death, NodeMessages.Death(memory.Session, Now).ToByteArray(), retain: false, cancellationToken);

    private ulong Now => (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Once it has its number it goes, also when it is no longer wanted: whatever is said behind it would leave a hole. A link that does not take it has no more to tell.</summary>
    private async Task SendAsync(string topic, Payload payload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        payload.Timestamp = Now;
        payload.Seq = _sequence++;
        var sending = link.SendAsync(topic, payload.ToByteArray(), CancellationToken.None);
        try
        {
            await sending.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException unwanted)
        {
            await ((Task)sending.WaitAsync(LastWait, clock, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!sending.IsCompletedSuccessfully)
            {
                IsBorn = false;
                throw new OperationCanceledException(unwanted.Message, unwanted, cancellationToken);
            }
        }
    }

    private void Begin()
    {
        var size = memory.Size;
        memory.Told.Begin(size);
        foreach (var device in memory.Devices.All)
        {
            device.IsBorn = true;
            device.Forget();
        }

        var first = Math.Max(memory.Oldest, size - Math.Min(size, MostLookedThrough));
        while (first < size)
        {
            var count = Read(new IndexSpan(first, size));
            Each(first, (channel, reading) => channel.Newest = reading);
            first += (ulong)Math.Max(count, 1);
        }
    }

    private int Read(IndexSpan span)
    {
        _bundle.ResetWrittenCount();
        return memory.Log.Read(span.From, span.To, BundleBytes, _bundle);
    }

    /// <summary>The readings among the entries that were read last.</summary>
    private void Each(ulong first, Action<NodeChannel, NodeReading> take)
    {
        foreach (var entry in new EntryBundle(_bundle.WrittenSpan))
        {
            if (memory.Devices.TryRead(first++, entry, out var channel, out var reading))
                take(channel, reading);
        }
    }
}
