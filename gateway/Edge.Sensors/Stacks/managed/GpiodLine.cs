using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Stacks;

/// <summary>One line through System.Device.Gpio and libgpiod, version 2 where it is installed, otherwise 1. When the chip is removed it is looked for again.</summary>
/// <remarks>
/// The package hands edges on without the kernel's stamp and number. They are stamped and numbered here, as they come: later than they were, by what waking up takes,
/// and without what the kernel's buffer lost, which shows where edges do not alternate any more (<see cref="Alternation"/>): then a new generation begins. A line whose
/// bias is none is left as it is.
/// </remarks>
public sealed class GpiodLine : IGpioLine
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly string _label;
    private readonly int _offset;
    private readonly LineSetup _setup;
    private readonly TimeProvider _time;
    private readonly ChipOpening _open;
    private readonly EdgeBuffer _edges = new();
    private readonly Lock _gate = new();
    private readonly Lock _watching = new();
    private readonly ITimer _watch;
    private GpioController? _controller;
    private uint _sequence;
    private ushort _generation;
    private Alternation _alternation;
    private bool _ended;
    private volatile GpioLineState _state = GpioLineState.Gone;
    private volatile string? _trouble;

    /// <param name="label">The chip's label, for example pinctrl-bcm2711 (or its kernel name).</param>
    /// <param name="offset">The line's offset on the chip.</param>
    /// <param name="setup">What holds it, which edges are wanted.</param>
    /// <param name="time">The clock of the edges; also how often the chip is looked for.</param>
    /// <param name="open">Opens the chip, which this then owns; null: libgpiod does.</param>
    public GpiodLine(string label, int offset, LineSetup setup, TimeProvider time, ChipOpening? open = null)
    {
        (_label, _offset, _setup, _time, _open) = (label, offset, setup, time, open ?? GpiodChips.TryOpen);
        Name = $"{label} line {offset}";
        TryRequest();
        _watch = time.CreateTimer(_ => Watch(), null, Look, Look);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public GpioLineState State => _state;

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <inheritdoc/>
    public Action? Woken
    {
        get => _edges.Woken;
        set => _edges.Woken = value;
    }

    /// <inheritdoc/>
    public bool TryReadLevel(out bool high)
    {
        lock (_gate)
        {
            high = false;
            if (_controller is null)
                return false;
            try
            {
                high = _controller.Read(_offset) == PinValue.High;
                return true;
            }
            catch (Exception failure) when (GpiodChips.IsFailure(failure))
            {
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public int Read(Span<GpioEdge> edges) => _edges.Read(edges);

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => _edges.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_watching)
        {
            if (_ended)
                return;
            _ended = true;
            _watch.Dispose();
            Release();
        }

        _edges.Dispose();
    }

    private void Watch()
    {
        lock (_watching)
        {
            if (_ended)
                return;
            if (_controller is null)
                TryRequest();
            else if (!TryReadLevel(out _))
            {
                Release();
                Fail(GpioLineState.Removed, $"{Name} was removed: check the board's connection.");
                _watch.Change(Retry, Look);
                _edges.Signal();
            }
        }
    }

    private void TryRequest()
    {
        var driver = _open(_label, out var trouble);
        if (driver is null)
        {
            Fail(_state == GpioLineState.Removed ? GpioLineState.Removed : GpioLineState.Gone, trouble);
            return;
        }

        var controller = new GpioController(driver);
        try
        {
            controller.OpenPin(_offset, Mode(_setup.Bias));
            _generation++;
            _alternation = default;
            controller.RegisterCallbackForPinValueChangedEvent(_offset, PinEventTypes.Rising | PinEventTypes.Falling, Seen);
        }
        catch (Exception failure) when (GpiodChips.IsFailure(failure))
        {
            controller.Dispose();
            Fail(_state, $"{Name} cannot be used ({failure.Message.TrimEnd('.')}): check the line's number, and that no other program holds it.");
            return;
        }

        lock (_gate)
            _controller = controller;
        _trouble = null;
        _state = GpioLineState.Present;
        _edges.Signal();
    }

    private void Seen(object sender, PinValueChangedEventArgs edge)
    {
        var rising = edge.ChangeType == PinEventTypes.Rising;
        if (_alternation.IsBrokenBy(rising))
            _generation++;
        if (!rising && !_setup.FallingToo)
            return;
        _edges.Add(new GpioEdge(_time.Nanoseconds(), ++_sequence, _generation, rising));
        _edges.Signal();
    }

    private void Release()
    {
        GpioController? held;
        lock (_gate)
            (held, _controller) = (_controller, null);
        if (held is null)
            return;
        // Where the chip is gone, the package's watcher of edges throws when it is ended; what is under it is let go of all the same.
        Quietly(() => held.UnregisterCallbackForPinValueChangedEvent(_offset, Seen));
        Quietly(held.Dispose);
    }

    private static void Quietly(Action release)
    {
        try
        {
            release();
        }
        catch (Exception failure) when (GpiodChips.IsFailure(failure))
        {
            // The chip is gone with what was held of it.
        }
    }

    private void Fail(GpioLineState state, string trouble)
    {
        _trouble = trouble;
        _state = state;
    }

    private static PinMode Mode(LineBias bias) => bias switch
    {
        LineBias.PullUp => PinMode.InputPullUp,
        LineBias.PullDown => PinMode.InputPullDown,
        _ => PinMode.Input,
    };
}
