namespace Edge.Gateway.Configuration;

/// <summary>One thing in the configuration that cannot be: where it stands, what it is, what to write instead.</summary>
/// <param name="Line">From 1; 0 when it is about the file as a whole.</param>
public sealed record ConfigurationProblem(string File, int Line, string Path, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Path}: {Message}" : $"{File}: {Message}";
}
