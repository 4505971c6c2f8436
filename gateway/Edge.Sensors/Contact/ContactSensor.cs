using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Contact;

/// <summary>
/// A contact on a line whose edges carry the kernel's time. Never waits: it looks at what has happened, so that a door that was open
/// for a moment between two rounds is seen too.
/// </summary>
public sealed class ContactSensor : ISensor, IReportsEvents
{
    private readonly IGpioLine _line;
    private readonly ContactOptions _options;
    private readonly TimeProvider _time;
    private readonly ContactWatch _watch;
    private readonly GpioEdge[] _batch = new GpioEdge[256];
    private SensorEvent? _happened;

    /// <param name="line">The line, with both edges; ended with the sensor.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">CLOCK_MONOTONIC, the clock of the edges.</param>
    public ContactSensor(IGpioLine line, ContactOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        _line = line;
        _options = options;
        _time = time;
        _watch = new ContactWatch(options.IsActiveHigh, options.Debounce.Nanoseconds());
        Name = $"{ContactBinding.Word} at {line.Name}";
        Outputs = [.. options.Outputs.Select(o => o.Describe())];
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
        var reason = Look();
        for (var i = 0; i < _options.Outputs.Count; i++)
            sink.Accept(reason == Reason.None ? Evaluate(i) : Sample.Absent(i, reason));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public bool TryTakeEvent(out SensorEvent happening)
    {
        happening = _happened ?? default;
        var taken = _happened is not null;
        _happened = null;
        return taken;
    }

    private Reason Look()
    {
        _watch.Open();
        for (int count; (count = _line.Read(_batch)) > 0;)
        {
            foreach (ref readonly var edge in _batch.AsSpan(0, count))
                _watch.Add(edge);
        }
        var isKnown = _line.TryReadLevel(out var high);
        var now = _time.Nanoseconds();
        if (isKnown)
            _watch.Look(high, now);
        else
            _watch.Interrupt();
        if (_watch.Activations + _watch.Releases > 0)
            _happened = new SensorEvent(0, _options.Meaning != ContactMeaning.Leak, _watch.IsActive, ContactWords.Of(_options.Meaning, _watch, now));
        return isKnown ? _watch.IsSettled ? Reason.None : Reason.WarmUp
            : _line.State == GpioLineState.Removed ? Reason.Removed : Reason.BusFault;
    }

    private Sample Evaluate(int index)
    {
        var code = _options.Outputs[index].Quantity == ContactQuantity.Count ? _watch.Count : _watch.IsActive || _watch.Activations > 0 ? 1 : 0;
        return _watch.Lost ? Sample.Uncertain(index, code, code, Reason.Overrun) : Sample.Good(index, code, code);
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
