using System.ComponentModel;
using System.Diagnostics;

namespace Edge.Bench.Machine;

/// <summary>
/// Programs of the system that do one thing and end, one at a time: one that is just being started holds, for a moment, every file of this process open,
/// and a file system with an open file cannot be unmounted.
/// </summary>
internal static class Tool
{
    private static readonly Lock Gate = new();

    /// <returns>What it printed.</returns>
    /// <exception cref="BenchException">It is not there or did not do it; the message has its words.</exception>
    public static string Run(string program, params string[] arguments)
    {
        lock (Gate)
            return RunAlone(program, arguments);
    }

    private static string RunAlone(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Trim() : throw new BenchException($"{program}: {error.GetAwaiter().GetResult().Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new BenchException($"{program}: {missing.Message}");
        }
    }
}
