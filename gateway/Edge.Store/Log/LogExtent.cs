namespace Edge.Store.Log;

/// <summary>What of the log is held.</summary>
/// <param name="Oldest">Index of the oldest entry whose bytes are still held; equals <paramref name="Size"/> in an empty log.</param>
/// <param name="Size">Entries ever appended; the next one gets this index.</param>
public readonly record struct LogExtent(ulong Oldest, ulong Size);
