using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>Something that lasts at a channel.</summary>
/// <param name="Kind">Alarm or Tamper.</param>
/// <param name="Text">As the log has it.</param>
/// <param name="Monotonic">ns since this boot when it began; null: before this run.</param>
/// <param name="Wall">Likewise; null where nobody vouched for it.</param>
public sealed record OpenAlarm(EntryKind Kind, string Text, ulong? Monotonic, WallTime? Wall)
{
    /// <summary>The limit that the channel is beyond, in its unit; null: it is a contact that is wet or open.</summary>
    public double? Limit { get; init; }

    /// <summary>Of a limit: whether it is the upper one.</summary>
    public bool IsAbove { get; init; }

    /// <summary>Who has seen it last; null: nobody yet.</summary>
    public Acknowledgement? Acknowledged { get; init; }
}
