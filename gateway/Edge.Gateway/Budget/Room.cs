using System.Runtime.InteropServices;

namespace Edge.Gateway.Budget;

/// <summary>How much a log may still grow.</summary>
/// <param name="Left">Bytes; negative when it has more than it may have.</param>
/// <param name="Capacity">Bytes it may have in all.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Room(long Left, long Capacity)
{
    private const long MostMargin = 16 * 1024 * 1024;

    /// <summary>Bytes left at which something is done: a twentieth of the capacity, at most 16 MiB, which is four of the parts in which entries go.</summary>
    public long Margin => Math.Min(Math.Max(Capacity, 0) / 20, MostMargin);
}
