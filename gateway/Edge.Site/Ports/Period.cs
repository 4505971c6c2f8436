using System.Runtime.InteropServices;

namespace Edge.Site.Ports;

/// <summary>A stretch of time, both ends included.</summary>
/// <param name="Since">POSIX seconds; negative infinity: from the beginning.</param>
/// <param name="Until">POSIX seconds; positive infinity: to the end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period(double Since, double Until)
{
    /// <summary>All of time, and what has no time.</summary>
    public static Period Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether a moment is in it.</summary>
    public bool Has(double seconds) => seconds >= Since && seconds <= Until;
}
