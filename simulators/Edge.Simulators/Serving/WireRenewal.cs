using Edge.Simulators.Devices;

namespace Edge.Simulators.Serving;

/// <summary>Keeps the files of 1-wire buses fresh for other processes, four times a second, and takes the buses down when it ends.</summary>
internal sealed class WireRenewal : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyCollection<SimulatedOneWire> _wires;
    private readonly string _folder;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private bool _ended;

    /// <param name="wires">The buses; ended with this.</param>
    /// <param name="folder">Of all of them; removed at the end.</param>
    /// <param name="time">Whose time passes.</param>
    public WireRenewal(IReadOnlyCollection<SimulatedOneWire> wires, string folder, TimeProvider time)
    {
        _wires = wires;
        _folder = folder;
        Renew();
        if (wires.Count > 0)
            _timer = time.CreateTimer(static r => ((WireRenewal)r!).Renew(), this, Often, Often);
    }

    private void Renew()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            foreach (var wire in _wires)
                wire.Renew();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _ended = true;
            foreach (var wire in _wires)
                wire.Dispose();
            if (_wires.Count > 0)
                Directory.Delete(_folder, recursive: true);
        }
    }
}
