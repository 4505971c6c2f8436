namespace Edge.Verify.Outputs;

/// <summary>A report or an accusation cannot be written where it was asked for.</summary>
/// <param name="detail">The system's own words; may be empty.</param>
public sealed class OutputException(OutputKind kind, OutputFault fault, string path, string detail) : Exception($"{kind} {path}: {fault} {detail}")
{
    public OutputKind Kind { get; } = kind;

    public OutputFault Fault { get; } = fault;

    public string Path { get; } = path;

    public string Detail { get; } = detail;
}
