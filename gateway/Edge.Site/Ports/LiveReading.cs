using System.Runtime.InteropServices;
using Edge.Ledger.Entries;

namespace Edge.Site.Ports;

/// <summary>A reading on its way to a screen.</summary>
/// <param name="Sequence">Grows with each reading of the channel from 1; 0: there is none yet.</param>
/// <param name="Value">Null when it has none.</param>
/// <param name="Quality">With <paramref name="Reason"/>.</param>
/// <param name="Reason">Why it is not good.</param>
/// <param name="UnixMilliseconds">When it was taken, UTC; null while nobody vouches for the clock.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LiveReading(ulong Sequence, double? Value, Quality Quality, Reason Reason, long? UnixMilliseconds);
