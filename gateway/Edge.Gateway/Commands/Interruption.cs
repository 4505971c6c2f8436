using System.Runtime.InteropServices;

namespace Edge.Gateway.Commands;

/// <summary>Ctrl-C and a service manager's SIGTERM as a token, so that a command ends by itself instead of being cut off.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _ended;
    private readonly PosixSignalRegistration[] _signals;

    /// <param name="outer">Ends it too.</param>
    public Interruption(CancellationToken outer)
    {
        _ended = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, End))];
    }

    public CancellationToken Token => _ended.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _ended.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        _ended.Cancel();
    }
}
