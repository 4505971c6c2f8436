using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.PulseFlow;

/// <summary>A pulse flow meter on a line whose edges carry the kernel's time. Never waits: it counts what has arrived.</summary>
public sealed class PulseFlowSensor : ISensor
{
    private readonly IGpioLine _line;
    private readonly PulseFlowOptions _options;
    private readonly TimeProvider _time;
    private readonly PulseCounter _counter;
    private readonly EdgeReader _edges;
    private long _watchedSince;
    private bool _away, _isBack;

    /// <param name="line">The line; ended with the sensor.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">CLOCK_MONOTONIC, the clock of the edges.</param>
    public PulseFlowSensor(IGpioLine line, PulseFlowOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        _line = line;
        _options = options;
        _time = time;
        _edges = new EdgeReader(line, time);
        _counter = new PulseCounter(options.Debounce.Nanoseconds(), options.ZeroAfter.Nanoseconds());
        _watchedSince = time.Nanoseconds();
        Name = $"pulse-flow at {line.Name}";
        Outputs = [.. options.Outputs.Select(o => new SensorOutput(o.Name, Unit(o.Quantity), options.Resolution(o.Quantity)))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        var state = _line.State;
        _isBack = _away && state == GpioLineState.Present;
        _counter.Open();
        while (_edges.TryTake(out var edges, out var now))
        {
            foreach (ref readonly var edge in edges)
                _counter.Add(edge, now);
        }
        for (var i = 0; i < _options.Outputs.Count; i++)
            sink.Accept(state == GpioLineState.Present ? Evaluate(i) : Sample.Absent(i, state == GpioLineState.Removed ? Reason.Removed : Reason.BusFault));
        if (state != GpioLineState.Present)
            _counter.Interrupt();
        _away = state != GpioLineState.Present;
        return ValueTask.CompletedTask;
    }

    private Sample Evaluate(int output)
    {
        var now = _time.Nanoseconds();
        if (_isBack)
            _watchedSince = now;
        if (_options.Outputs[output].Quantity == PulseFlowQuantity.Total)
            return Judge(output, _counter.Total / _options.KFactor, _counter.Total, _isBack || _counter.Lost || _counter.Renewed);
        return _counter.TryReadFrequency(now, _watchedSince, out var hertz)
            ? Judge(output, hertz / _options.KFactor * 60, _counter.Seen, _counter.Lost)
            : Sample.Absent(output, Reason.WarmUp, _counter.Seen);
    }

    private static Sample Judge(int output, double value, long raw, bool doubtful) =>
        doubtful ? Sample.Uncertain(output, value, raw, Reason.Overrun) : Sample.Good(output, value, raw);

    internal static string Unit(PulseFlowQuantity quantity) => quantity == PulseFlowQuantity.Rate ? "L/min" : "L";

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
