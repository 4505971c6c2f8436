namespace Edge.Ledger.Cose;

/// <summary>RFC 9942 has no form for what was asked: the message says which and why.</summary>
public sealed class NotExpressibleException(string message) : Exception(message);
