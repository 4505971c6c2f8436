using System.Runtime.InteropServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Sampling;

/// <summary>A sample with its channel and times, on its way to the writer.</summary>
/// <param name="Channel">Place in the configuration's channels.</param>
/// <param name="Monotonic">ns since the boot when the driver handed it over; of a device that paces itself, when the sample was there.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StampedSample(int Channel, Sample Sample, ulong Monotonic, WallTime? Wall);
