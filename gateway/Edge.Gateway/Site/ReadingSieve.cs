using System.Text;
using Edge.Gateway.Evidence;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Readings of a channel, time and quality, and gaps about them.</summary>
internal sealed class ReadingSieve(BootTimes times, LogQuery query)
{
    private readonly byte[]? _channel = query.Channel is { } name ? Encoding.UTF8.GetBytes(name) : null;

    public LoggedEntry? Take(ulong index, ReadOnlySpan<byte> bytes)
    {
        if (!ReadingView.TryRead(bytes, out var reading))
            return query.Quality is null && Entry.Decode(bytes) is GapEntry gap && GapFinder.Speaks(gap, query.Channel, query.Period.Since, query.Period.Until) ? new LoggedEntry(index, gap, null) : null;
        if ((_channel is not null && !reading.Channel.SequenceEqual(_channel)) || (query.Quality is { } quality && reading.Quality != quality))
            return null;
        var at = times.Of(index, reading.Monotonic, reading.Wall);
        return query.Period == Period.Any || (at is { } known && query.Period.Has(known.Wall.Seconds)) ? new LoggedEntry(index, Entry.Decode(bytes), at) : null;
    }
}
