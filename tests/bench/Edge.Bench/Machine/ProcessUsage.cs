using System.Globalization;

namespace Edge.Bench.Machine;

/// <summary>What the kernel says of a process: proc_pid_stat(5), proc_pid_status(5).</summary>
internal static class ProcessUsage
{
    /// <summary>USER_HZ, 100 on every architecture Linux runs .NET on.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>CPU time used by all its threads so far, s.</summary>
    public static double CpuSeconds(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        // The second field, the name in parentheses, may hold blanks; utime and stime are the 14th and 15th.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    /// <summary>Resident memory, MB (10^6 bytes), shared library pages included.</summary>
    public static double ResidentMegabytes(int process) => StatusMegabytes(process, "VmRSS:");

    /// <summary>The most that was ever resident, MB (10^6 bytes).</summary>
    public static double PeakMegabytes(int process) => StatusMegabytes(process, "VmHWM:");

    private static double StatusMegabytes(int process, string field)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return Number(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim()) * 1024 / 1e6;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
