using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary>
/// One line of the GPIO character device v2: edges with the kernel's CLOCK_MONOTONIC stamps and line sequence numbers.
/// A thread moves them from the kernel's small buffer (1,024 edges) into ours. When the chip is removed it is looked for again.
/// </summary>
public sealed unsafe class LinuxGpioLine : IGpioLine
{
    private const uint KernelBuffer = 1024;
    private const int RetryMilliseconds = 1000;

    /// <summary>How long a chip may be gone before it is seen: kernels (6.1 among them) do not wake whoever waits on a line when its chip goes.</summary>
    private const int CheckMilliseconds = 250;

    private readonly string _label;
    private readonly int _offset;
    private readonly ulong _flags;
    private readonly string _deviceFolder;
    private readonly EdgeBuffer _edges = new();
    private readonly Thread _pump;
    private readonly int _stop;
    private readonly Lock _gate = new();
    private int _line = -1;
    private ushort _generation;
    private volatile bool _ended;
    private volatile GpioLineState _state = GpioLineState.Gone;
    private volatile string? _trouble;

    /// <param name="label">The chip's label, for example pinctrl-bcm2711 (or its kernel name).</param>
    /// <param name="offset">The line's offset on the chip.</param>
    /// <param name="setup">What holds it, which edges are wanted.</param>
    /// <param name="deviceFolder">Where the character devices are.</param>
    public LinuxGpioLine(string label, int offset, LineSetup setup = default, string deviceFolder = "/dev")
    {
        _label = label;
        _offset = offset;
        _flags = GpioUapi.Flags(setup);
        _deviceFolder = deviceFolder;
        Name = $"{label} line {offset}";
        _stop = LibC.EventDescriptor(0, LibC.CloseOnExec);
        TryRequest(GpioLineState.Gone);
        _pump = new Thread(Pump) { IsBackground = true, Name = Name };
        _pump.Start();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public GpioLineState State => _state;

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <inheritdoc/>
    public bool TryReadLevel(out bool high)
    {
        var values = new GpioLineValues { Mask = 1 };
        lock (_gate)
        {
            var known = _line >= 0 && LibC.Ioctl(_line, GpioUapi.GetValues, &values) == 0;
            high = known && (values.Bits & 1) != 0;
            return known;
        }
    }

    /// <inheritdoc/>
    public int Read(Span<GpioEdge> edges) => _edges.Read(edges);

    /// <inheritdoc/>
    public Action? Woken
    {
        get => _edges.Woken;
        set => _edges.Woken = value;
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => _edges.WaitAsync(cancellationToken);

    private void TryRequest(GpioLineState otherwise)
    {
        var chip = GpioChip.Open(_label, _deviceFolder, out var trouble);
        if (chip < 0)
        {
            Fail(otherwise, trouble);
            return;
        }
        var request = new GpioLineRequest { LineCount = 1, EventBufferSize = KernelBuffer };
        request.Offsets[0] = (uint)_offset;
        "edge-gateway"u8.CopyTo(request.Consumer);
        request.Config.Flags = _flags;
        var failed = LibC.Ioctl(chip, GpioUapi.GetLine, &request) < 0;
        var errno = failed ? Marshal.GetLastPInvokeError() : 0;
        _ = LibC.Close(chip);
        if (failed)
        {
            Fail(otherwise, errno == Errno.EInval ? $"{Name} does not exist or cannot detect edges: check the line's number."
                : Errno.Explain(Name, errno, "gpio", "check the chip"));
            return;
        }
        lock (_gate)
            _line = request.Descriptor;
        _generation++;
        _trouble = null;
        _state = GpioLineState.Present;
        _edges.Signal();
    }

    private void Fail(GpioLineState state, string trouble)
    {
        _trouble = trouble;
        _state = state;
    }

    private void Pump()
    {
        const int batch = 64;
        var events = stackalloc GpioLineEvent[batch];
        var watched = stackalloc LibC.PollDescriptor[2];
        while (!_ended)
        {
            watched[0] = new LibC.PollDescriptor { Descriptor = _stop, Events = LibC.PollIn };
            watched[1] = new LibC.PollDescriptor { Descriptor = _line, Events = LibC.PollIn };
            var ready = LibC.Poll(watched, _line >= 0 ? 2u : 1u, _line >= 0 ? CheckMilliseconds : RetryMilliseconds);
            if (_ended)
                return;
            if (_line < 0)
            {
                if (ready == 0)
                    TryRequest(_state);
                continue;
            }
            if (ready < 0 || ready == 0 && TryReadLevel(out _))
                continue;
            if ((watched[1].Returned & LibC.PollIn) != 0 && Drain(events, batch))
                continue;
            if (ready == 0 || (watched[1].Returned & (LibC.PollIn | LibC.PollError | LibC.PollHangUp | LibC.PollInvalid)) != 0)
                Remove();
        }
    }

    private bool Drain(GpioLineEvent* events, int batch)
    {
        var bytes = LibC.Read(_line, events, (nuint)(batch * sizeof(GpioLineEvent)));
        if (bytes <= 0)
            return bytes < 0 && Marshal.GetLastPInvokeError() is Errno.EIntr or Errno.EAgain;
        for (var i = 0; i < bytes / sizeof(GpioLineEvent); i++)
            _edges.Add(new GpioEdge((long)events[i].Nanoseconds, events[i].LineSequence, _generation, events[i].Id == GpioUapi.RisingEdge));
        _edges.Signal();
        return true;
    }

    private void Remove()
    {
        lock (_gate)
        {
            _ = LibC.Close(_line);
            _line = -1;
        }
        Fail(GpioLineState.Removed, $"{Name} was removed: check the board's connection.");
        _edges.Signal();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        ulong one = 1;
        _ = LibC.Write(_stop, &one, sizeof(ulong));
        _pump.Join();
        if (_line >= 0)
            _ = LibC.Close(_line);
        _ = LibC.Close(_stop);
        _edges.Dispose();
    }
}
