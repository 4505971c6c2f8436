namespace Edge.Torture;

/// <summary>The torture cannot be carried out; the message says why.</summary>
public sealed class TortureException(string message) : Exception(message);
