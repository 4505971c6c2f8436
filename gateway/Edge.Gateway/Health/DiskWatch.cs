using Edge.Store;
using Edge.Store.Log;

namespace Edge.Gateway.Health;

/// <summary>What the log takes on its disk, what is written to it, and how fast both grow. Belongs to one thread at a time; must be asked at least every few minutes.</summary>
/// <param name="open">Opens a reader for this watch alone; called when it is first asked.</param>
/// <param name="written">What the process has written to block devices: <see cref="BlockWrites.Read"/>.</param>
public sealed class DiskWatch(Func<ILogReader> open, Func<long?> written) : IDisposable
{
    private readonly RateWindow _growth = new();
    private readonly RateWindow _writing = new();
    private ILogReader? _reader;

    /// <param name="now">Monotonic ns.</param>
    public DiskFigures Look(ulong now)
    {
        var bytes = written();
        var figures = new DiskFigures { Written = bytes, Writing = bytes is { } count ? _writing.Look(now, count) : null };
        try
        {
            _reader ??= open();
            var usage = _reader.Usage;
            return figures with { Oldest = _reader.Extent.Oldest, Usage = usage, Growth = _growth.Look(now, usage.Total) };
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            return figures;
        }
    }

    public void Dispose() => _reader?.Dispose();
}
