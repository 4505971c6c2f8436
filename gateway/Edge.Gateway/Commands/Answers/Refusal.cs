using Edge.Gateway.Configuration;

namespace Edge.Gateway.Commands.Answers;

/// <summary>What was asked for was not done.</summary>
/// <param name="Error">Why: <c>usage</c>, <c>configuration</c>, <c>input</c>, <c>not_done</c>, <c>no_answer</c>.</param>
/// <param name="ExitCode">That the program ends with.</param>
/// <param name="Message">In the language asked for.</param>
/// <param name="Problems">Of a configuration that cannot be used.</param>
internal sealed record Refusal(string Error, int ExitCode, string Message, IReadOnlyList<ConfigurationProblem>? Problems = null)
{
    public int Version { get; init; } = 1;
}
