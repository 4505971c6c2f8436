namespace Edge.House.Tests.Script;

/// <summary>What a run of the script left.</summary>
internal sealed record ScriptRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error)
{
    /// <summary>The message of a run that stopped, which must be one only.</summary>
    public string Message => Assert.Single(Error, line => line.StartsWith("edge: ", StringComparison.Ordinal));
}
