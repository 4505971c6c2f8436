using System.Runtime.InteropServices;

namespace Edge.Site.Ports;

/// <summary>A part of an answer.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="Next">Entries below this index were not looked at yet: ask again with it. Null when all were.</param>
public sealed record LogPage(IReadOnlyList<LoggedEntry> Entries, ulong? Next, LogMarks Marks)
{
    /// <summary>Entries below it were evicted, and some of them may be what was asked for; null: none can be.</summary>
    public ulong? EvictedBelow { get; init; }

    /// <summary>Entries looked at that are damaged in the store, and may be what was asked for.</summary>
    public int Damaged { get; init; }
}

/// <summary>How far the log is.</summary>
/// <param name="Oldest">Index of the oldest entry held.</param>
/// <param name="Anchored">The city holds the entries below: of these there is evidence.</param>
/// <param name="Sealed">Entries below are under a signed checkpoint.</param>
/// <param name="Size">Entries written.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LogMarks(ulong Oldest, ulong Anchored, ulong Sealed, ulong Size);
