using Edge.Gateway.Configuration;

namespace Edge.Gateway.Doctor;

/// <summary>What was found of key and policy.</summary>
/// <param name="Problems">For what a gateway would refuse them.</param>
/// <param name="Hidden">Files that this user may not read.</param>
/// <param name="Key">The verifier key, whole; null where the key cannot be read.</param>
public sealed record FoundIdentity(IReadOnlyList<ConfigurationProblem> Problems, IReadOnlyList<string> Hidden, string? Key);
