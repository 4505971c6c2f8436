using System.Text.RegularExpressions;

namespace Edge.Gateway.Opening;

/// <summary>A version by Semantic Versioning, as the SDK writes it: build metadata that the project gives, then the source's commit (40 or 64 hexadecimal digits).</summary>
public static partial class ProgramVersion
{
    /// <summary>The version without the commit.</summary>
    public static string WithoutCommit(string version) => Commit().Replace(version, "");

    [GeneratedRegex("[+.](?:[0-9a-f]{40}|[0-9a-f]{64})$")]
    private static partial Regex Commit();
}
