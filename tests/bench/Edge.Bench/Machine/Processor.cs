using System.Globalization;
using System.Runtime.InteropServices;

namespace Edge.Bench.Machine;

/// <summary>What the figures were measured on.</summary>
internal static class Processor
{
    /// <summary>The processor's own name where the kernel tells it (x86: "model name"; boards: the device tree's model).</summary>
    public static string Name { get; } = Model() ?? RuntimeInformation.ProcessArchitecture.ToString();

    public static string Runtime { get; } = $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>A sentence for the report when others keep the cores busy; null on a quiet machine.</summary>
    public static string? Crowded() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) is var load && load > Environment.ProcessorCount
            ? string.Create(CultureInfo.InvariantCulture, $"ATTENTION: {load:N1} processes share {Environment.ProcessorCount} cores; times and ratios are not to be relied on.")
            : null;

    private static string? Model()
    {
        const string board = "/proc/device-tree/model";
        if (File.Exists(board))
            return File.ReadAllText(board).TrimEnd('\0');
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? null : $"{line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}, {Environment.ProcessorCount} cores";
    }
}
