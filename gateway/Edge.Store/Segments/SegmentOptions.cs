namespace Edge.Store.Segments;

/// <summary>How segments are made.</summary>
public sealed record SegmentOptions
{
    /// <summary>A segment is closed when it has so many bytes; it is what <see cref="Log.ILogStore.Evict"/> removes at once. The default is 4 MiB.</summary>
    public long Bytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Zeros that are written ahead of small frames, so that most commits change no length. The default is 64 KiB.</summary>
    public int Ahead { get; init; } = 64 * 1024;

    /// <summary>An index of up to so many bytes is looked through at each open; of a larger one the newest rows are, so that an open takes as long after a year. The default is 16 MiB.</summary>
    public long IndexCheck { get; init; } = 16 * 1024 * 1024;
}
