using System.ComponentModel;
using System.Diagnostics;

namespace Edge.Bench.Machine;

/// <summary>A program of the system that does one thing and ends.</summary>
internal static class Tool
{
    /// <returns>What it printed.</returns>
    /// <exception cref="BenchException">It is not there or did not do it; the message has its words.</exception>
    public static string Run(string program, params string[] arguments)
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
