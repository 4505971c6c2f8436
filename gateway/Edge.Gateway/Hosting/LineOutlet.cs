namespace Edge.Gateway.Hosting;

/// <summary>
/// Writes lines on a thread of its own, so that neither a reader that never reads nor one that has gone holds anybody up: a line offered while the
/// previous ones are not yet taken is dropped, and a write that fails closes the outlet.
/// </summary>
public sealed class LineOutlet : IDisposable
{
    private readonly TextWriter _output;
    private readonly object _gate = new();
    private string? _next;
    private volatile bool _open = true;

    /// <param name="output">Where to; not disposed. A write may block for ever.</param>
    public LineOutlet(TextWriter output)
    {
        _output = output;
        new Thread(WriteLines) { IsBackground = true, Name = "status lines" }.Start();
    }

    /// <summary>Whether lines are still taken.</summary>
    public bool IsOpen => _open;

    /// <summary>Never waits. False when the line was dropped.</summary>
    public bool Offer(string line)
    {
        lock (_gate)
        {
            if (!_open || _next is not null)
                return false;
            _next = line;
            Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Takes no more lines; does not wait for one that is being written.</summary>
    public void Dispose() => Close();

    private void WriteLines()
    {
        while (Take() is { } line)
            Write(line);
    }

    /// <summary>Waits for a line; null when the outlet is closed.</summary>
    private string? Take()
    {
        lock (_gate)
        {
            while (_open && _next is null)
                Monitor.Wait(_gate);
            var line = _next;
            _next = null;
            return line;
        }
    }

    private void Write(string line)
    {
        try
        {
            _output.WriteLine(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Close();
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _open = false;
            Monitor.Pulse(_gate);
        }
    }
}
