namespace Edge.Gateway.Commands;

/// <summary>An argument or a file given is wrong; the message says which and what to do.</summary>
internal sealed class InputException(string message) : Exception(message);
