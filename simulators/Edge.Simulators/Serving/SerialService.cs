using Edge.Simulators.Devices;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Serving;

/// <summary>Shows serial lines to other processes as terminals of the kernel, under names beside the socket, until it ends.</summary>
internal sealed class SerialService : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(2);

    private readonly List<(SimulatedSerialLine Line, PseudoTerminal Terminal, string Link)> _lines = [];
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private bool _ended;

    /// <param name="lines">The lines; they stay the caller's.</param>
    /// <param name="socket">Beside which their names stand.</param>
    /// <param name="time">Whose time passes.</param>
    /// <exception cref="IOException">A terminal or its name cannot be made.</exception>
    public SerialService(IEnumerable<SimulatedSerialLine> lines, string socket, TimeProvider time)
    {
        foreach (var line in lines)
        {
            var (terminal, link) = (new PseudoTerminal(), ServedPlace.SerialLine(socket, line.Name));
            File.Delete(link);
            File.CreateSymbolicLink(link, terminal.Path);
            _lines.Add((line, terminal, link));
        }
        if (_lines.Count > 0)
            _timer = time.CreateTimer(static s => ((SerialService)s!).Serve(), this, Often, Often);
    }

    private void Serve()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            foreach (var (line, terminal, _) in _lines)
                terminal.Serve(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _ended = true;
            foreach (var (_, terminal, link) in _lines)
            {
                File.Delete(link);
                terminal.Dispose();
            }
        }
    }
}
