using Edge.Gateway.Budget;
using Edge.Gateway.Health;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Hosting;

/// <summary>What the pipeline does, counted as it goes; can be recomputed, so nothing here is durable.</summary>
public sealed class GatewayStatus(int channels)
{
    private readonly Lock _gate = new();
    private readonly StampedSample?[] _newest = new StampedSample?[channels];
    private readonly OpenAlarm?[] _alarms = new OpenAlarm?[channels];
    private readonly EndedAlarm?[] _ended = new EndedAlarm?[channels];
    private readonly ulong?[] _doubted = new ulong?[channels];
    private QualityCounts _taken;
    private long _uncommitted;
    private ulong _size, _sealed;
    private readonly UnanchoredSeals _unanchored = new();

    /// <summary>What keeps the store from taking readings; null while it does.</summary>
    public string? StoreTrouble { get; set; }

    /// <summary>How its room stands; null until it was looked at.</summary>
    public RoomStatus? Room { get; set; }

    /// <summary>Gap entries written.</summary>
    public ReasonCounts<GapReason> Gaps { get; } = new();

    /// <summary>Gap entries written that only tell again what older ones told, which go.</summary>
    public ReasonCounts<GapReason> GapsRetold { get; } = new();

    /// <summary>The run before ended without a stop.</summary>
    public bool EndedWithoutStop { get; set; }

    /// <summary>Entries evicted.</summary>
    public ReasonCounts<EvictionReason> Evicted { get; } = new();

    /// <summary>A reading was taken into the group that is committed next.</summary>
    public void Count(in StampedSample stamped)
    {
        lock (_gate)
        {
            _taken = _taken.Plus(stamped.Sample.Quality, !stamped.Sample.Value.HasValue);
            _uncommitted++;
            See(stamped);
        }
    }

    /// <summary>A reading was brought, and is not kept.</summary>
    public void Saw(in StampedSample stamped)
    {
        lock (_gate)
            See(stamped);
    }

    private void See(in StampedSample stamped)
    {
        _newest[stamped.Channel] = stamped;
        _doubted[stamped.Channel] = stamped.Sample.Quality == Quality.Uncertain ? _doubted[stamped.Channel] ?? stamped.Monotonic : null;
    }

    /// <summary>Since when each channel's readings are uncertain without a good one between, monotonic ns; null: they are not.</summary>
    public ulong?[] Doubted()
    {
        lock (_gate)
            return [.. _doubted];
    }

    /// <summary>Entries that are durable.</summary>
    public ulong Size
    {
        get
        {
            lock (_gate)
                return _size;
        }
    }

    /// <summary>Everything taken is durable.</summary>
    public void Committed(ulong size)
    {
        lock (_gate)
        {
            _size = size;
            _uncommitted = 0;
        }
    }

    /// <param name="at">Monotonic ns.</param>
    public void Sealed(ulong size, ulong at)
    {
        lock (_gate)
        {
            _sealed = size;
            _unanchored.Add(size, at);
        }
    }

    /// <summary>The numbers at a monotonic time; <paramref name="anchored"/> is the size the city holds.</summary>
    public StatusNumbers Numbers(ulong now, ulong anchored)
    {
        lock (_gate)
        {
            return new StatusNumbers(_taken, _uncommitted, _size, _sealed, _unanchored.Lag(now, anchored));
        }
    }

    /// <summary>What is the matter with a channel; null: nothing any more.</summary>
    public void Alarm(int channel, OpenAlarm? alarm)
    {
        lock (_gate)
            _alarms[channel] = alarm;
    }

    /// <summary>What is the matter with each channel; null: nothing.</summary>
    public OpenAlarm?[] Alarms()
    {
        lock (_gate)
            return [.. _alarms];
    }

    /// <summary>Something ended at a channel.</summary>
    public void Ended(int channel, EndedAlarm alarm)
    {
        lock (_gate)
            _ended[channel] = alarm;
    }

    /// <summary>What ended last at each channel; null: nothing has since the start.</summary>
    public EndedAlarm?[] EndedAlarms()
    {
        lock (_gate)
            return [.. _ended];
    }

    /// <summary>The newest sample of a channel.</summary>
    public StampedSample? Newest(int channel)
    {
        lock (_gate)
            return _newest[channel];
    }

    /// <summary>The newest sample of each channel.</summary>
    public StampedSample?[] Newest()
    {
        lock (_gate)
            return [.. _newest];
    }
}
