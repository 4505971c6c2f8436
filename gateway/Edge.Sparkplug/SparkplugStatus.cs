namespace Edge.Sparkplug;

/// <summary>Where an edge node stands.</summary>
/// <param name="IsConnected">It has a link to its broker.</param>
/// <param name="IsBorn">Its births went out on that link, and data follows.</param>
/// <param name="Remaining">Log entries that are held and have not been told yet.</param>
/// <param name="Problem">Why it last had no link; null if that never was.</param>
public sealed record SparkplugStatus(bool IsConnected, bool IsBorn, ulong Remaining, string? Problem);
