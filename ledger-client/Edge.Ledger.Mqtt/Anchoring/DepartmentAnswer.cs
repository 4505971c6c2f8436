namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>What a department last said about this log.</summary>
/// <param name="Name">Its name in the policy.</param>
/// <param name="HeardAt">When its last answer came, a timestamp of the client's TimeProvider; null if none came since the start.</param>
/// <param name="Size">The largest size of this log it is known to have accepted; 0 if none is known.</param>
/// <param name="Refusal">Why it refused last, unless it cosigned since.</param>
public sealed record DepartmentAnswer(string Name, long? HeardAt, ulong Size, string? Refusal);
