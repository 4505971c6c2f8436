namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>What a department last said about this log.</summary>
/// <param name="Name">Its name in the policy.</param>
/// <param name="Time">When its last answer came; null if none came since the start.</param>
/// <param name="Size">The largest size of this log it is known to have accepted; 0 if none is known.</param>
/// <param name="Refusal">Why it refused last, unless it cosigned since.</param>
public sealed record DepartmentAnswer(string Name, DateTimeOffset? Time, ulong Size, string? Refusal);
