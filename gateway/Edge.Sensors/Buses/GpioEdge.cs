using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses;

/// <summary>One edge, stamped where it happened.</summary>
/// <param name="Nanoseconds">CLOCK_MONOTONIC, ns.</param>
/// <param name="Sequence">Counts the edges of one request from 1, wraps at 2^32; a jump means edges were lost.</param>
/// <param name="Generation">Changes when the line was requested anew (device back, peer restarted): how many edges were lost between is unknown.</param>
/// <param name="Rising">True from low to high.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GpioEdge(long Nanoseconds, uint Sequence, ushort Generation, bool Rising);
