namespace Edge.Bench;

/// <summary>Something cannot be measured here; the message says what and why.</summary>
public sealed class BenchException(string message) : Exception(message);
