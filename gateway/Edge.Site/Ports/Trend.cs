using System.Runtime.InteropServices;

namespace Edge.Site.Ports;

/// <summary>A channel's readings of some time, summed up in steps of equal length.</summary>
/// <param name="Since">POSIX seconds at which the first step begins.</param>
/// <param name="Step">Seconds of a step.</param>
/// <param name="Steps">One after the other; a step without readings has none of the counts.</param>
/// <param name="IsWhole">False while entries of that time were not looked at yet: what was asked for comes a piece at each time of asking, the newest first.</param>
public sealed record Trend(long Since, int Step, IReadOnlyList<TrendStep> Steps, bool IsWhole);

/// <summary>The readings of one step.</summary>
/// <param name="Good">How many were good; with value or not.</param>
/// <param name="Uncertain">How many were uncertain.</param>
/// <param name="Bad">How many were bad.</param>
/// <param name="Valued">Those of them with a value that is not bad: what the other figures are of. They mean nothing when it is 0.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Mean">Each value counted alike.</param>
/// <param name="Last">The last one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrendStep(uint Good, uint Uncertain, uint Bad, uint Valued, double Min, double Max, double Mean, double Last)
{
    /// <summary>Gaps that begin in it, or before all steps and last into the first.</summary>
    public uint Gaps { get; init; }
}
