namespace Edge.Gateway.Configuration;

/// <summary>The configuration cannot be used; all problems found are listed, in the order of the file.</summary>
public sealed class ConfigurationException(IReadOnlyList<ConfigurationProblem> problems)
    : Exception(string.Join("\n", problems))
{
    public IReadOnlyList<ConfigurationProblem> Problems { get; } = problems;
}
