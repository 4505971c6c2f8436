using Edge.Sensors.Catalog;
using Edge.Testing;

namespace Edge.Gateway.Tests.Truth.Faults;

/// <summary>simulators/Edge.Simulators/Faults.md: by fault and driver, what readings may be at first, and what they must be in the end.</summary>
internal static class FaultTable
{
    private const string Group = "i2c";
    private static readonly string[] NotOnI2c = ["ds18b20", "pzem-004t", "pulse-flow", "contact"];

    public static IReadOnlyList<(string Fault, string Driver, IReadOnlyList<string>[] Steps)> Rows { get; } =
    [
        .. from line in File.ReadLines(Path.Combine(Programs.RepositoryRoot, "simulators", "Edge.Simulators", "Faults.md"))
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           where cells.Length == 5 && cells[1] is not ("fault" or "---")
           from driver in cells[2].Split(", ").SelectMany(Drivers)
           select (cells[1], driver, cells[3].Split(", then ").Select(step => (IReadOnlyList<string>)step.Split(" or ")).ToArray()),
    ];

    /// <summary>The drivers there are; one that can let its device run by itself, again as such.</summary>
    public static IEnumerable<string> AllDrivers => SensorCatalog.Drivers.Append("ads1115 by itself");

    private static IEnumerable<string> Drivers(string word) => AllDrivers.Contains(word) ? [word]
        : SensorCatalog.Drivers.Where(d => word == Group ? !NotOnI2c.Contains(d) : d.StartsWith(word, StringComparison.Ordinal));
}
