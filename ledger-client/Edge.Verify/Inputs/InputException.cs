namespace Edge.Verify.Inputs;

/// <summary>A file cannot be used: nothing can be said about it.</summary>
/// <param name="detail">The system's or the parser's own words; may be empty.</param>
public sealed class InputException(InputRole role, InputFault fault, string path, string detail) : Exception($"{role} {path}: {fault} {detail}")
{
    public InputRole Role { get; } = role;

    public InputFault Fault { get; } = fault;

    public string Path { get; } = path;

    public string Detail { get; } = detail;
}
