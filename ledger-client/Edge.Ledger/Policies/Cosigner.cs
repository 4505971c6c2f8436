namespace Edge.Ledger.Policies;

/// <summary>A witness of the policy whose cosignature verified, and the time inside it (POSIX seconds).</summary>
public readonly record struct Cosigner(string Witness, ulong Time);
