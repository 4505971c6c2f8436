namespace Edge.Gateway.Configuration;

/// <summary>One thing in the configuration that cannot be: where it stands, what it is, what to write instead.</summary>
public sealed record ConfigurationProblem(string File, int Line, string Path, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Path}: {Message}";
}
