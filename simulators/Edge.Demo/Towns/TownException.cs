namespace Edge.Demo.Towns;

/// <summary>The town cannot be; the message says which program and what it said.</summary>
public sealed class TownException(string message) : Exception(message);
