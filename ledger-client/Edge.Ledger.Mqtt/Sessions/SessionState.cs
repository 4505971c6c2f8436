namespace Edge.Ledger.Mqtt.Sessions;

/// <summary>Whether a session has a link, since when, and the last reason why it had none.</summary>
/// <param name="IsConnected">Connected and subscribed.</param>
/// <param name="Since">When that began.</param>
/// <param name="At">The same, a timestamp of the session's TimeProvider: no clock that is set changes how long that was.</param>
/// <param name="Problem">The last failure; null if there was none.</param>
public sealed record SessionState(bool IsConnected, DateTimeOffset Since, long At, string? Problem);
