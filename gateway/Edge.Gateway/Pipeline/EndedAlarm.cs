using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>Something that lasted at a channel, and does no more.</summary>
/// <param name="Text">What it was, as the log has it; where it began and ended at once, both.</param>
/// <param name="Began">ns since this boot; null: before this run, or as it ended.</param>
/// <param name="Monotonic">ns since this boot when it ended.</param>
/// <param name="Wall">Likewise; null where nobody vouched for it.</param>
public sealed record EndedAlarm(string Text, ulong? Began, ulong Monotonic, WallTime? Wall);
