namespace Edge.Gateway.Health;

/// <summary>What a department last said of this log.</summary>
/// <param name="Size">The largest size it is known to have accepted; 0 if none is known.</param>
/// <param name="SecondsAgo">Age of its last answer; null if none came since the start.</param>
/// <param name="Refusal">Why it refused last, unless it cosigned since.</param>
public sealed record DepartmentHealth(ulong Size, double? SecondsAgo, string? Refusal);
