namespace Edge.Gateway.Export;

/// <summary>A log cannot be exported; the message says why and what to do, in the language asked for.</summary>
public sealed class ExportException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What was asked for can never be: the command line is wrong, not the log.</summary>
    public bool IsOfInput { get; init; }
}
