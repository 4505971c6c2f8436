using System.Runtime.InteropServices;
using System.Text;
using Edge.Sensors.Buses;
using Edge.Simulators.Devices;

namespace Edge.Simulators.Kernel;

/// <summary>
/// A GPIO chip of this machine's kernel, whose lines do what simulated ones do: every edge of theirs is one of the chip, at most some milliseconds
/// late. It is gone while one of its lines is removed, and comes back with it, as a board that is pulled out.
/// </summary>
internal sealed class KernelGpioChip : IDisposable
{
    private const string Path = "/dev/edge-gpio";
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(2);

    private readonly string _label;
    private readonly IReadOnlyDictionary<int, SimulatedGpioLine> _lines;
    private readonly Dictionary<int, long> _positions;
    private readonly GpioEdge[] _edges = new GpioEdge[256];
    private readonly List<byte> _changes = [];
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private FileStream? _kernel;
    private bool _ended;

    /// <param name="label">By which the gateway finds it.</param>
    /// <param name="lines">By their offset.</param>
    /// <param name="time">Whose time passes.</param>
    /// <exception cref="IOException">The module is not there.</exception>
    public KernelGpioChip(string label, IReadOnlyDictionary<int, SimulatedGpioLine> lines, TimeProvider time)
    {
        _label = label;
        _lines = lines;
        _positions = lines.ToDictionary(l => l.Key, l => l.Value.Written);
        Appear();
        _timer = time.CreateTimer(static chip => ((KernelGpioChip)chip!).Follow(), this, Often, Often);
    }

    private void Appear()
    {
        _kernel = KernelDevice.Open(Path);
        _kernel.Write(Encoding.UTF8.GetBytes(_label));
        foreach (var (offset, line) in _lines)
            _kernel.Write([(byte)offset, Level(line.Level)]);
    }

    private void Follow()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            foreach (var line in _lines.Values)
                line.CatchUp?.Invoke();
            if (_lines.Values.Any(l => l.State != GpioLineState.Present))
            {
                _kernel?.Dispose();
                _kernel = null;
            }
            else if (_kernel is null)
            {
                Appear();
            }
            foreach (var (offset, line) in _lines)
                Drive((byte)offset, line);
        }
    }

    private void Drive(byte offset, SimulatedGpioLine line)
    {
        var position = _positions[offset];
        while (line.ReadFrom(ref position, _edges) is > 0 and var count)
        {
            _changes.Clear();
            for (var i = 0; i < count; i++)
            {
                _changes.AddRange([offset, Level(_edges[i].Rising)]);
                // A rising edge that no falling one follows was a pulse, unless the line is high now.
                if (_edges[i].Rising && (i + 1 < count ? _edges[i + 1].Rising : !line.Level))
                    _changes.AddRange([offset, Level(false)]);
            }
            _kernel?.Write(CollectionsMarshal.AsSpan(_changes));
        }
        _positions[offset] = position;
    }

    private static byte Level(bool high) => high ? (byte)1 : (byte)0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _ended = true;
            _kernel?.Dispose();
        }
    }
}
