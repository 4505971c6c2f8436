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
    /// <summary>Rounds in a row without a level that lasted, after which it is told.</summary>
    private const int ToldAfter = 3;

    private readonly IGpioLine _line;
    private readonly ContactOptions _options;
    private readonly TimeProvider _time;
    private readonly ContactWatch _watch;
    private readonly EdgeReader _edges;
    private SensorEvent? _happened;
    private int _chattering;
    private bool _isTold;

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
        _edges = new EdgeReader(line, time);
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
        while (_edges.TryTake(out var edges, out var read))
        {
            foreach (ref readonly var edge in edges)
                _watch.Add(edge, read);
        }
        var isKnown = _line.TryReadLevel(out var high);
        var now = _time.Nanoseconds();
        if (isKnown)
            _watch.Look(high, now);
        else
            _watch.Interrupt();
        _chattering = _watch.Chatters && isKnown ? _chattering + 1 : 0;
        if (_chattering == ToldAfter)
            (_isTold, _happened) = (true, Event(isOpen: true, ContactWords.Chatter(_options.Meaning)));
        else if (_isTold && isKnown && _chattering == 0)
            (_isTold, _happened) = (false, Event(_watch.IsActive, ContactWords.Settled(_options.Meaning)));
        if (_watch.IsFound || _watch.Activations + _watch.Releases > 0)
            _happened = Event(_watch.IsActive, ContactWords.Of(_options.Meaning, _watch)) with { At = Changed, IsFirst = _watch.IsFound };
        return isKnown ? _watch.IsSettled ? Reason.None : Reason.WarmUp
            : _line.State == GpioLineState.Removed ? Reason.Removed : Reason.BusFault;
    }

    /// <summary>Null where that is not known.</summary>
    private long? Changed => !_watch.IsSinceKnown ? null : _watch.Activations > 0 ? _watch.ActiveSince : _watch.Since;

    private SensorEvent Event(bool isOpen, string text) => new(0, _options.Meaning != ContactMeaning.Leak, isOpen, text);

    private Sample Evaluate(int index)
    {
        var code = _options.Outputs[index].Quantity == ContactQuantity.Count ? _watch.Count : _watch.IsActive || _watch.Activations > 0 ? 1 : 0;
        return _watch.Lost || _watch.Chatters ? Sample.Uncertain(index, code, code, Reason.Overrun) : Sample.Good(index, code, code);
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
