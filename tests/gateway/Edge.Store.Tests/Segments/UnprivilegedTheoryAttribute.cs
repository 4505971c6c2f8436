using Edge.Processes;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>A theory about what a user may not do: run as root, which may everything, its program runs as the owner of nothing else (setpriv).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedTheoryAttribute : TheoryAttribute
{
    private const string Program = "/usr/bin/setpriv";
    private const string Nobody = "65534";

    public UnprivilegedTheoryAttribute()
    {
        if (Environment.IsPrivilegedProcess && !File.Exists(Program))
            Skip = "NOT TESTED: run as root this needs setpriv. apt-get install util-linux, or run this suite as another user";
    }

    /// <summary>The suite's writer, over a log that is given to the user it runs as; what it said.</summary>
    public static async Task<List<string>> RunAsync(string log, string end)
    {
        await GiveAsync(Nobody, "-R", Path.GetDirectoryName(log)!);
        await using var process = Start(log, "8192", end);
        Assert.True(await process.WaitForExit(TimeSpan.FromSeconds(60)) == 0, string.Join('\n', process.Error.All));
        return [.. process.Output.All];
    }

    /// <summary>The suite's reader, of a log that stays this user's; what it said.</summary>
    public static async Task<List<string>> ReadAsync(string log)
    {
        await using var process = Start(Tests.Program.ReadVerb, log);
        Assert.True(await process.WaitForExit(TimeSpan.FromSeconds(60)) == 0, string.Join('\n', process.Error.All));
        return [.. process.Output.All];
    }

    /// <summary>The suite's writer, but for one file that stays root's; what it said when it could not.</summary>
    public static async Task<string> RefusedAsync(string file, string log, string end)
    {
        await GiveAsync(Nobody, "-R", Path.GetDirectoryName(log)!);
        await GiveAsync("0", file);
        await using var process = Start(log, "8192", end);
        Assert.NotEqual(0, await process.WaitForExit(TimeSpan.FromSeconds(60)));
        return string.Join('\n', process.Error.All);
    }

    private static async Task GiveAsync(string user, params string[] what)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        await using var given = ChildProcess.Start("/usr/bin/chown", [$"{user}:{user}", .. what]);
        Assert.Equal(0, await given.WaitForExit());
    }

    private static ChildProcess Start(params string[] arguments)
    {
        var writer = Programs.Find("Edge.Store.Tests", "Edge.Store.Tests");
        return Environment.IsPrivilegedProcess
            ? ChildProcess.Start(Program, [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", writer, .. arguments])
            : ChildProcess.Start(writer, arguments);
    }
}
