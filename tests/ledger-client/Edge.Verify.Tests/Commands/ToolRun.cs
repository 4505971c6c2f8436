using System.Diagnostics;
using System.Text;
using Edge.Verify.Commands;

namespace Edge.Verify.Tests.Commands;

/// <summary>One run of the built program as its own process, and what it said: with --json, one line.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string All => Output + Errors;

    public static ToolRun Of(params string[] args) => In(null, args);

    /// <param name="locale">LC_ALL of the process; null for none.</param>
    public static ToolRun In(string? locale, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "edge-verify"), args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var name in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
            start.Environment.Remove(name);
        if (locale is not null)
            start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill();
            Assert.Fail($"edge-verify {string.Join(' ', args)} did not end within {Limit}");
        }

        var run = new ToolRun(process.ExitCode, output.Result, errors.Result);
        Assert.True(Enum.IsDefined((ExitCode)run.ExitCode), $"exit code {run.ExitCode}: {run.All}");
        Assert.DoesNotContain("   at ", run.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.All, StringComparison.Ordinal);
        if (args.Contains("--json") && run.Output.Length > 0)
            Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n', StringComparison.Ordinal));
        return run;
    }
}
