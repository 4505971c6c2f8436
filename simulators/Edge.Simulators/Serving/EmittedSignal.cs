using Edge.Simulators.Devices;

namespace Edge.Simulators.Serving;

/// <summary>Ends a wait when a line emits an edge by itself.</summary>
internal sealed class EmittedSignal : IDisposable
{
    private readonly SimulatedGpioLine _line;
    private readonly SemaphoreSlim _emitted = new(0, 1);
    private readonly Lock _gate = new();
    private bool _ended;

    public EmittedSignal(SimulatedGpioLine line)
    {
        _line = line;
        line.Emitted += Release;
    }

    /// <summary>Before the line is looked at: what comes from here on ends the next wait.</summary>
    public void Reset() => _emitted.Wait(0);

    /// <summary>Until an edge is emitted, or so long; true.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await _emitted.WaitAsync(atMost, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private void Release()
    {
        lock (_gate)
        {
            if (!_ended && _emitted.CurrentCount == 0)
                _emitted.Release();
        }
    }

    public void Dispose()
    {
        _line.Emitted -= Release;
        lock (_gate)
            _ended = true;
        _emitted.Dispose();
    }
}
