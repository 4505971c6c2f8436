using System.Text.RegularExpressions;

namespace Edge.Integration.Tests.Towns;

/// <summary>One run of a program, to its end.</summary>
internal sealed partial record ProgramRun(int Code, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static async Task<ProgramRun> Of(string program, params string[] arguments)
    {
        await using var process = ChildProcess.Start(program, arguments);
        var code = await process.WaitForExit(Limit);
        return new ProgramRun(code, process.Output.ToString(), process.Error.ToString());
    }

    /// <summary>Everything it said; fails if that shows the inside of the program.</summary>
    public string Said()
    {
        var said = $"{Output}\n{Error}";
        Assert.DoesNotContain("Unhandled exception", said, StringComparison.Ordinal);
        Assert.DoesNotMatch(StackFrame(), said);
        return said;
    }

    [GeneratedRegex(@"^ +at [^\s(]+\(", RegexOptions.Multiline)]
    private static partial Regex StackFrame();
}
