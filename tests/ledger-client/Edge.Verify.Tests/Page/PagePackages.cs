using Edge.Testing;

namespace Edge.Verify.Tests.Page;

/// <summary>The npm packages that "./edge test" installs, and the page's sources.</summary>
internal static class PagePackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static string Place { get; } = Path.Combine(Programs.RepositoryRoot, "artifacts", "page");

    public static string Sources { get; } = Path.Combine(Programs.RepositoryRoot, "ledger-client", "Edge.Verify", "Page");

    public static string Vectors { get; } = Path.Combine(Programs.RepositoryRoot, "ledger-client", "vectors");

    /// <summary>Runs a script of the sources, or of a package.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> Node(params string[] arguments)
    {
        await using var child = ChildProcess.Start("node", arguments, Sources);
        var code = await child.WaitForExit(Limit);
        return (code, [.. child.Output.All, .. child.Error.All]);
    }
}
