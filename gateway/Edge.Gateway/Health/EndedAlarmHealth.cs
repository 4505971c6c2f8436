namespace Edge.Gateway.Health;

/// <summary>What was open at a channel, and is no more.</summary>
/// <param name="Text">What it was, as the log has it.</param>
/// <param name="At">When it ended, UTC, such as 2026-11-28T21:40:01Z; null while nobody vouches for it.</param>
/// <param name="SecondsAgo">How long that is ago.</param>
/// <param name="LastedSeconds">For how long it was open; null: that stands in the text, or it began before this start.</param>
public sealed record EndedAlarmHealth(string Text, string? At, double SecondsAgo, double? LastedSeconds);
