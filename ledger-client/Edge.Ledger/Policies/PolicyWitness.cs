using Edge.Ledger.Notes;

namespace Edge.Ledger.Policies;

/// <summary>A witness line: the name used inside the policy, and the cosigning key.</summary>
public sealed record PolicyWitness(string Name, VerifierKey Key);
