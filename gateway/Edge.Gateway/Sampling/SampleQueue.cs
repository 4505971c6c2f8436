using System.Diagnostics.CodeAnalysis;

namespace Edge.Gateway.Sampling;

/// <summary>
/// The bounded way from the samplers to the one writer. A sampler never waits here: what does not fit, because the store stands still,
/// is counted per channel and becomes a gap entry, as what was missed does, behind the sample that ended the hole. Takes memory only for as many samples as ever waited at once.
/// </summary>
public sealed class SampleQueue(int channels, int capacity = SampleQueue.DefaultCapacity)
{
    public const int DefaultCapacity = 65_536;

    /// <summary>Samples the writer takes out at once, so that it and the samplers seldom meet.</summary>
    private const int Handful = 64;

    private readonly Lock _gate = new();
    private readonly DeviceNotes _notes = new();
    private readonly MissedSamples _missed = new(channels);
    private StampedSample[] _ring = new StampedSample[Math.Min(capacity, Handful)];
    private int _first, _waiting;
    private long _put;

    // The writer's own.
    private readonly StampedSample[] _taken = new StampedSample[Handful];
    private int _next, _end;
    private long _given;

    /// <summary>Samples that did not fit, since the start.</summary>
    public long Lost { get; private set; }

    /// <summary>Samples that wait for the writer. Exact on the writer's own thread.</summary>
    public int Count => Volatile.Read(ref _waiting) + _end - _next;

    public void Put(in StampedSample sample)
    {
        lock (_gate)
        {
            if (_waiting == capacity)
            {
                Refuse(sample);
                return;
            }

            if (_waiting == _ring.Length)
                Grow();
            var place = _first + _waiting;
            _ring[place < _ring.Length ? place : place - _ring.Length] = sample;
            _waiting++;
            _put++;
            _missed.End(sample.Channel, _put);
        }
    }

    /// <summary>What a device tells beside its readings, behind those it has put so far.</summary>
    public void Note(DeviceNote note)
    {
        lock (_gate)
            _notes.Add(note, _put);
    }

    /// <summary>For the one writer: what was told before the sample that it took last or, when none waits, before the next.</summary>
    public bool TryTakeNote(bool beforeTaken, [NotNullWhen(true)] out DeviceNote? note) => _notes.TryTake(beforeTaken ? _given - 1 : _given, out note);

    /// <summary>Samples of a channel that were due and that nobody took. The next of the channel that is put ends the hole.</summary>
    /// <param name="from">Monotonic ns when the first was due.</param>
    /// <param name="to">Monotonic ns when one was taken again.</param>
    public void Miss(int channel, ulong from, ulong to, long count)
    {
        lock (_gate)
            _missed.Add(new Overrun(channel, from, to, count, Overrun.Missed));
    }

    /// <summary>The same of a hole too short to be told of by itself.</summary>
    /// <inheritdoc cref="Miss"/>
    /// <param name="hole">ns from the last sample before it to the first after it.</param>
    public void Skip(int channel, ulong from, ulong to, long count, long hole)
    {
        lock (_gate)
            _missed.Add(new Overrun(channel, from, to, count, Overrun.NotInTime) { Longest = hole });
    }

    /// <summary>For the one writer.</summary>
    public bool TryTake(out StampedSample sample)
    {
        if (_next == _end && !TakeHandful())
        {
            sample = default;
            return false;
        }

        sample = _taken[_next++];
        _given++;
        return true;
    }

    /// <summary>For the one writer: a hole that a sample ended which it has taken.</summary>
    public bool TryTakeHole(out Overrun hole)
    {
        hole = default;
        if (!_missed.IsAny)
            return false;
        lock (_gate)
            return _missed.TryTake(_given, out hole);
    }

    /// <summary>For the one writer, once it has taken all samples: a hole that none has ended yet and that lasts since a time.</summary>
    /// <param name="since">Monotonic ns.</param>
    public bool TryTakeOpenHole(ulong since, out Overrun hole)
    {
        hole = default;
        if (!_missed.IsAny)
            return false;
        lock (_gate)
            return _missed.TryTake(_given, out hole) || (Count == 0 && _missed.TryTakeOpen(since, out hole));
    }

    private bool TakeHandful()
    {
        lock (_gate)
        {
            _next = 0;
            _end = Math.Min(Math.Min(_waiting, Handful), _ring.Length - _first);
            _ring.AsSpan(_first, _end).CopyTo(_taken);
            _waiting -= _end;
            _first += _end;
            if (_first == _ring.Length)
                _first = 0;
            return _end > 0;
        }
    }

    private void Grow()
    {
        var larger = new StampedSample[Math.Min(capacity, 2 * _ring.Length)];
        _ring.AsSpan(_first).CopyTo(larger);
        _ring.AsSpan(0, _first).CopyTo(larger.AsSpan(_ring.Length - _first));
        (_ring, _first) = (larger, 0);
    }

    private void Refuse(in StampedSample sample)
    {
        Lost++;
        _missed.Add(new Overrun(sample.Channel, sample.Monotonic, sample.Monotonic, 1, Overrun.DidNotFit));
    }
}
