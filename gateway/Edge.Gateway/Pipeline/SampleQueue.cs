using System.Threading.Channels;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// The bounded way from the samplers to the one writer. A sampler never waits here: what does not fit, because the store stands still,
/// is counted per channel and becomes a gap entry.
/// </summary>
public sealed class SampleQueue(int channels, int capacity = SampleQueue.DefaultCapacity)
{
    public const int DefaultCapacity = 65_536;

    private readonly Channel<StampedSample> _queue = Channel.CreateBounded<StampedSample>(
        new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Overrun?[] _overruns = new Overrun?[channels];
    private readonly Lock _gate = new();

    /// <summary>Samples that did not fit, since the start.</summary>
    public long Lost { get; private set; }

    /// <summary>Samples that wait for the writer.</summary>
    public int Count => _queue.Reader.Count;

    public void Put(in StampedSample sample)
    {
        if (_queue.Writer.TryWrite(sample))
            return;
        lock (_gate)
        {
            Lost++;
            var known = _overruns[sample.Channel];
            _overruns[sample.Channel] = new Overrun(sample.Channel, known?.From ?? sample.Monotonic, sample.Monotonic, (known?.Count ?? 0) + 1);
        }
    }

    public bool TryTake(out StampedSample sample) => _queue.Reader.TryRead(out sample);

    /// <summary>What was lost since the last call, one per channel.</summary>
    public IReadOnlyList<Overrun> TakeOverruns()
    {
        lock (_gate)
        {
            if (Array.TrueForAll(_overruns, o => o is null))
                return [];
            var taken = _overruns.OfType<Overrun>().ToList();
            Array.Clear(_overruns);
            return taken;
        }
    }
}
