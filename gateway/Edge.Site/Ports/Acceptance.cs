namespace Edge.Site.Ports;

/// <summary>Who accepted what an evidence file is of, and when.</summary>
/// <param name="Measured">POSIX seconds of the newest reading in it; null when it has no time.</param>
/// <param name="Accepted">POSIX seconds of the latest cosignature: from then on it is proved.</param>
/// <param name="By">Departments that accepted it, by the policy's names.</param>
/// <param name="Of">Departments that the policy knows.</param>
public sealed record Acceptance(double? Measured, double Accepted, IReadOnlyList<string> By, int Of);
