namespace Edge.Verify.Outputs;

/// <summary>The report cannot be written where it was asked for.</summary>
/// <param name="detail">The system's own words; may be empty.</param>
public sealed class OutputException(OutputFault fault, string path, string detail) : Exception($"{path}: {fault} {detail}")
{
    public OutputFault Fault { get; } = fault;

    public string Path { get; } = path;

    public string Detail { get; } = detail;
}
