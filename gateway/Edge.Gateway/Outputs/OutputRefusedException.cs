namespace Edge.Gateway.Outputs;

/// <summary>A file is not written where it was asked for, because of what is or is not there; the message says what to do.</summary>
public sealed class OutputRefusedException(string message) : Exception(message);
