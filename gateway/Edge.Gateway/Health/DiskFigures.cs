using System.Runtime.InteropServices;
using Edge.Store.Log;

namespace Edge.Gateway.Health;

/// <summary>The log and its disk at one moment; null: it cannot be told.</summary>
/// <param name="Oldest">Index of the oldest entry whose bytes are held.</param>
/// <param name="Growth">How fast the log's files grow, bytes.</param>
/// <param name="Written">What the process has caused to be written to block devices, bytes.</param>
/// <param name="Writing">How fast, bytes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DiskFigures(ulong? Oldest, StoreUsage? Usage, Rate? Growth, long? Written, Rate? Writing);
