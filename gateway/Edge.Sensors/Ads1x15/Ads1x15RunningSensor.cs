using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ads1x15;

/// <summary>
/// ADS1115 or ADS1015 in continuous mode, one terminal: each edge of ALERT/RDY is one conversion, whose code is read before the next can have ended; one that
/// is read later is missed, not believed. The chip's setup is read back meanwhile, always where a code is that of power-on or ends as a bus that nobody drives, and where no edges come.
/// </summary>
public sealed class Ads1x15RunningSensor : ISelfPaced
{
    /// <summary>Samples in a row that may be too late, after which a round says so.</summary>
    private const int MostLate = 16;

    private readonly Ads1x15Options _options;
    private readonly IGpioLine _line;
    private readonly TimeProvider _time;
    private readonly WordRegisters _registers;
    private readonly RunningSetup _setup;
    private readonly ReadyEdges _edges;
    private readonly EdgeWait _wait;
    private readonly GpioEdge[] _batch = new GpioEdge[64];
    private readonly TimeSpan _patience;
    private readonly long _shortest, _checkEvery;
    private bool _isWaited, _isSet, _isTried;
    private long _checked;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="line">The line of ALERT/RDY; ended with the sensor.</param>
    /// <param name="options">Valid options with a ready line.</param>
    /// <param name="time">CLOCK_MONOTONIC, the clock of the edges.</param>
    public Ads1x15RunningSensor(II2cBus bus, IGpioLine line, Ads1x15Options options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        (_options, _line, _time) = (options, line, time);
        _registers = new WordRegisters(bus, (byte)options.Address);
        _setup = new RunningSetup(_registers, options);
        _shortest = options.ShortestConversion.Nanoseconds();
        _checkEvery = options.CheckEvery.Nanoseconds();
        _patience = (2 * options.Conversion) + TimeSpan.FromMilliseconds(20);
        _edges = new ReadyEdges(_shortest);
        _wait = new EdgeWait(line, time);
        Name = $"{options.Chip.Driver} at 0x{options.Address:X2} on {bus.Name}, ready at {line.Name}";
        Outputs = [options.Inputs[0].Describe(options.VoltsPerCode)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    public long Due { get; private set; }

    /// <inheritdoc/>
    public long TakeMissed() => _edges.TakeMissed();

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        if (Look())
            await _wait.YieldAsync(cancellationToken).ConfigureAwait(false);
        while (!Look() && (_isSet || _isTried))
        {
            var left = _patience - _time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                break;
            await _wait.WaitAsync(left, cancellationToken).ConfigureAwait(false);
        }

        (_isWaited, Due) = (true, _edges.IsThere ? _edges.Newest : _time.Nanoseconds());
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        if (!_isWaited)
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        var reason = Reason.None;
        if (!_isSet)
        {
            reason = SetUp();
            if (reason == Reason.None)
                await WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var sample = Sample.Absent(0, reason == Reason.None ? Reason.Overrun : reason);
        for (var late = 0; late < MostLate && reason == Reason.None && !TryTake(out sample); late++)
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        _isWaited = false;
        sink.Accept(sample);
    }

    /// <summary>Whether a sample is there that belongs to what was set up.</summary>
    private bool Look()
    {
        _wait.Look();
        for (int count; (count = _line.Read(_batch)) > 0;)
        {
            var now = _time.Nanoseconds();
            foreach (ref readonly var edge in _batch.AsSpan(0, count))
                _edges.Add(edge, now);
        }

        return _isSet && _edges.IsThere;
    }

    /// <summary>False when it was too late to tell whose code it was.</summary>
    private bool TryTake(out Sample sample)
    {
        sample = Sample.Absent(0, Reason.Overrun);
        if (!_edges.IsThere)
        {
            sample = Sample.Absent(0, Explain());
            return true;
        }

        _edges.Take();
        var status = _registers.Read((byte)Ads1x15Register.Conversion, out var word);
        var now = _time.Nanoseconds();
        if (status == I2cStatus.Ok && now - Due > _shortest)
        {
            _edges.Miss();
            return false;
        }

        var reason = status == I2cStatus.Ok ? Check(word, now) : status.ToReason();
        sample = reason == Reason.None ? _options.Evaluate(0, word) : Sample.Absent(0, reason);
        return true;
    }

    private Reason Check(ushort word, long now)
    {
        var reason = Reason.None;
        if (now - _checked >= _checkEvery)
            (_checked, reason) = (now, _setup.CheckNext());
        if (IsOfNoChip(word) && reason == Reason.None)
            reason = _setup.CheckConfig();
        return Doubt(reason);
    }

    /// <summary>Whether it is what a chip gives after power-on, a bus that nobody drives, or a chip that went away while it was read.</summary>
    private static bool IsOfNoChip(ushort word) => word == 0 || (byte)word == 0xFF;

    /// <summary>Why no edges come.</summary>
    private Reason Explain()
    {
        var reason = Doubt(_setup.Check());
        return reason != Reason.None ? reason : _line.State switch
        {
            GpioLineState.Present => Reason.NotReady,
            GpioLineState.Removed => Reason.Removed,
            _ => Reason.BusFault,
        };
    }

    /// <summary>A chip that does not hold its setup is given it again at once.</summary>
    private Reason Doubt(Reason reason)
    {
        _isSet &= reason == Reason.None;
        if (reason is Reason.CalibrationLost or Reason.Garbled)
            SetUp();
        return reason;
    }

    private Reason SetUp()
    {
        _isTried = true;
        var reason = _setup.Write();
        _isSet = reason == Reason.None;
        _edges.Restart(_time.Nanoseconds());
        return reason;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wait.Dispose();
        _line.Dispose();
    }
}
