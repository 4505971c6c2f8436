using System.Runtime.CompilerServices;
using System.Text;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ezo;

/// <summary>
/// An Atlas EZO circuit. When it first answers, and each time it comes back, it is asked who it is, set to the scale its channel has, and asked
/// for the calibration it keeps; then, per round, it is told the water's temperature if that is configured, and read.
/// </summary>
public sealed class EzoSensor : ISensor, IKeepsCalibration, ITakesTemperature
{
    private static readonly TimeSpan ShortTime = TimeSpan.FromMilliseconds(300), CalibrationLife = TimeSpan.FromMinutes(10);
    private static readonly byte[] Who = "I"u8.ToArray(), Read = "R"u8.ToArray(), Points = "Cal,?"u8.ToArray(), Slope = "Slope,?"u8.ToArray();

    private readonly EzoKind _kind;
    private readonly EzoOptions _options;
    private readonly EzoCircuit _circuit;
    private readonly TimeProvider _time;
    private readonly byte[][] _names;
    private readonly byte[][] _setup;
    private readonly EzoTemperature _temperature;
    private readonly byte[] _told = new byte[3 * EzoAnswer.Length];
    private bool _known;
    private bool _calibrated;
    private int _toldLength;
    private long _toldAt;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it measures.</param>
    public EzoSensor(II2cBus bus, EzoOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _kind = options.Kind;
        _options = options;
        _time = time;
        _circuit = new EzoCircuit(bus, (byte)options.Address, options.Patience, time);
        _names = [.. _kind.Names.Select(n => Encoding.ASCII.GetBytes($"?I,{n},"))];
        _setup = [.. _kind.Setup.Select(Encoding.ASCII.GetBytes)];
        _temperature = new EzoTemperature(options.Temperature, options.TemperatureFrom, time);
        Name = $"{_kind.Driver} at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [Output(options)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    public string? Calibration { get; private set; }

    /// <inheritdoc/>
    public string? TemperatureFrom => _options.TemperatureFrom;

    /// <inheritdoc/>
    public void Take(double? celsius) => _temperature.Take(celsius);

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var reason = _options.Sleep ? await WakeAsync(cancellationToken).ConfigureAwait(false) : Reason.None;
        if (reason == Reason.None && !_known)
            reason = await MeetAsync(cancellationToken).ConfigureAwait(false);
        var isMeasured = _temperature.IsMeasured;
        if (reason == Reason.None && _temperature.Command() is { IsEmpty: false } told)
            reason = await _circuit.AskAsync(told, ShortTime, cancellationToken).ConfigureAwait(false);
        if (reason == Reason.None)
            reason = await _circuit.AskAsync(Read, _kind.ReadingTime, cancellationToken).ConfigureAwait(false);
        if (reason is not (Reason.None or Reason.NoData))
            _known = false;
        sink.Accept(reason == Reason.None ? Evaluate(isMeasured) : Sample.Absent(0, reason));
        // Somebody may have calibrated it meanwhile; the reading comes first, this makes only the next one late.
        if (_known && _time.GetElapsedTime(_toldAt) >= CalibrationLife)
            _known = await AskCalibrationAsync(cancellationToken).ConfigureAwait(false) == Reason.None;
        if (_options.Sleep)
            _ = _circuit.Tell("Sleep"u8);
    }

    /// <summary>Whatever is sent first wakes it and may be lost, so only whether somebody is there counts.</summary>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    private async ValueTask<Reason> WakeAsync(CancellationToken cancellationToken)
    {
        var reason = await _circuit.AskAsync(Who, ShortTime, cancellationToken).ConfigureAwait(false);
        return reason == Reason.NoData ? Reason.None : reason;
    }

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    private async ValueTask<Reason> MeetAsync(CancellationToken cancellationToken)
    {
        var reason = await _circuit.AskAsync(Who, ShortTime, cancellationToken).ConfigureAwait(false);
        if (reason == Reason.None)
            reason = Identify();
        for (var i = 0; i < _setup.Length && reason == Reason.None; i++)
            reason = await _circuit.AskAsync(_setup[i], ShortTime, cancellationToken).ConfigureAwait(false);
        if (reason == Reason.None)
            reason = await AskCalibrationAsync(cancellationToken).ConfigureAwait(false);
        _known = reason == Reason.None;
        return reason;
    }

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    private async ValueTask<Reason> AskCalibrationAsync(CancellationToken cancellationToken)
    {
        _toldAt = _time.GetTimestamp();
        var reason = await _circuit.AskAsync(Points, ShortTime, cancellationToken).ConfigureAwait(false);
        if (reason != Reason.None)
            return reason;
        if (!TryNotePoints())
            return Reason.Garbled;
        // Firmware that knows no slope calls this a syntax error; what it measures is as good.
        if (_kind.HasSlope && await _circuit.AskAsync(Slope, ShortTime, cancellationToken).ConfigureAwait(false) == Reason.None)
            NoteSlope();
        Tell();
        return Reason.None;
    }

    private bool TryNotePoints()
    {
        if (!EzoAnswer.TryReadText(_circuit.Answer, out var text) || !EzoAnswer.TryReadAfter(text, "?Cal,"u8, out var points))
            return false;
        if (points.Length != 1 || points[0] < '0' || points[0] > '0' + _kind.MostPoints)
            return false;
        _calibrated = points[0] != '0';
        _toldLength = 0;
        Note("points "u8, points);
        return true;
    }

    private void NoteSlope()
    {
        if (EzoAnswer.TryReadText(_circuit.Answer, out var text) && EzoAnswer.TryReadAfter(text, "?Slope,"u8, out var slope) && EzoAnswer.AreNumbers(slope))
            Note(", slope "u8, slope);
    }

    private void Note(ReadOnlySpan<byte> what, ReadOnlySpan<byte> told)
    {
        what.CopyTo(_told.AsSpan(_toldLength));
        told.CopyTo(_told.AsSpan(_toldLength + what.Length));
        _toldLength += what.Length + told.Length;
    }

    private void Tell()
    {
        if (Calibration is null || !Ascii.Equals(_told.AsSpan(0, _toldLength), Calibration))
            Calibration = Encoding.ASCII.GetString(_told, 0, _toldLength);
    }

    private Reason Identify()
    {
        if (!EzoAnswer.TryReadText(_circuit.Answer, out var text))
            return Reason.Garbled;
        foreach (var name in _names)
        {
            if (EzoAnswer.TryReadAfter(text, name, out _))
                return Reason.None;
        }

        return Reason.WrongDevice;
    }

    private Sample Evaluate(bool isMeasured)
    {
        var scale = _kind.Scale;
        if (!EzoAnswer.TryReadText(_circuit.Answer, out var text) || !EzoAnswer.TryReadNumber(text, scale, out var steps))
            return Sample.Absent(0, Reason.Garbled);
        if (steps == scale.WithoutProbe)
            return Sample.Absent(0, Reason.NoData, steps);
        if (steps < scale.Lowest || steps > scale.Highest)
            return Sample.Absent(0, Reason.Garbled, steps);
        if (scale.StopsAtLimits && (steps == scale.Lowest || steps == scale.Highest))
            return Sample.Absent(0, Reason.Saturated, steps);
        var value = steps / scale.StepsPerUnit;
        if (!_calibrated && !_kind.GoodFromFactory)
            return Sample.Uncertain(0, value, steps, Reason.CalibrationLost);
        return isMeasured ? Sample.Good(0, value, steps) : Sample.Uncertain(0, value, steps, Reason.Uncompensated);
    }

    internal static SensorOutput Output(EzoOptions options) => new(options.Channel, options.Kind.Scale.Unit, options.Kind.Scale.Step);

    /// <summary>One round of a circuit that is known and not pending for longer than it should.</summary>
    internal static TimeSpan RoundTime(EzoOptions options) =>
        options.Kind.ReadingTime + (options.Temperature is null && options.TemperatureFrom is null ? TimeSpan.Zero : ShortTime) + (options.Sleep ? ShortTime : TimeSpan.Zero);

    /// <inheritdoc/>
    public void Dispose() => _circuit.Dispose();
}
