using Edge.Sensors.Catalog;
using Edge.Sensors.Stacks;

namespace Edge.Gateway.Consequences;

/// <summary>Lines whose edges are stamped and counted when they arrive, because of the stack that this build stands on (README, "Two stacks").</summary>
public static class LateEdges
{
    /// <summary>Names of the buses with such lines; those of another process are as that one has them.</summary>
    public static IEnumerable<string> On(IEnumerable<BusPlan> buses) => On(buses, Copper.KeepsEdges);

    /// <summary>The same of a stack that keeps the kernel's stamps and numbers, or does not.</summary>
    public static IEnumerable<string> On(IEnumerable<BusPlan> buses, bool keepsEdges) => keepsEdges ? [] : buses.Where(bus => bus.Chip is not null).Select(bus => bus.Name);
}
