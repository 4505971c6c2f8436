using Edge.Gateway.Budget;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Hosting;

/// <summary>What the gateway is doing, for the status line; can be recomputed, so nothing here is durable.</summary>
public sealed class GatewayStatus(int channels)
{
    private readonly Lock _gate = new();
    private readonly Sample?[] _newest = new Sample?[channels];
    private long _readings, _bad;
    private ulong _size, _sealed;
    private readonly Queue<(ulong Size, ulong At)> _unanchored = new();

    /// <summary>What keeps the store from taking readings; null while it does.</summary>
    public string? StoreTrouble { get; set; }

    /// <summary>How its room stands; null until it was looked at.</summary>
    public RoomStatus? Room { get; set; }

    public void Count(int channel, in Sample sample)
    {
        lock (_gate)
        {
            _readings++;
            if (sample.Quality == Quality.Bad)
                _bad++;
            _newest[channel] = sample;
        }
    }

    public void Committed(ulong size)
    {
        lock (_gate)
            _size = size;
    }

    /// <param name="at">Monotonic ns.</param>
    public void Sealed(ulong size, ulong at)
    {
        lock (_gate)
        {
            _sealed = size;
            _unanchored.Enqueue((size, at));
            if (_unanchored.Count > MaxRemembered)
                _unanchored.Dequeue();
        }
    }

    /// <summary>The numbers at a monotonic time; <paramref name="anchored"/> is the size the city holds.</summary>
    public StatusNumbers Numbers(ulong now, ulong anchored)
    {
        lock (_gate)
        {
            while (_unanchored.TryPeek(out var oldest) && oldest.Size <= anchored)
                _unanchored.Dequeue();
            var lag = _unanchored.TryPeek(out var waiting) ? (now - Math.Min(waiting.At, now)) / 1e9 : 0;
            return new StatusNumbers(_readings, _bad, _size, _sealed, lag);
        }
    }

    /// <summary>The newest sample of each channel.</summary>
    public Sample?[] Newest()
    {
        lock (_gate)
            return [.. _newest];
    }

    /// <summary>Seals remembered for the lag: beyond this the lag is that of a younger seal than the oldest.</summary>
    private const int MaxRemembered = 100_000;
}
