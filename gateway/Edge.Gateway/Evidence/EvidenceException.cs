namespace Edge.Gateway.Evidence;

/// <summary>Evidence cannot be given; the message says why and what to do.</summary>
public sealed class EvidenceException(string message) : Exception(message);
