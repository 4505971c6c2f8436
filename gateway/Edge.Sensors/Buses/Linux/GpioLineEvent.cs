#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct gpio_v2_line_event</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GpioLineEvent
{
    /// <summary>CLOCK_MONOTONIC, ns.</summary>
    public ulong Nanoseconds;

    /// <summary>Rising or falling.</summary>
    public uint Id;

    /// <summary>Line on the chip.</summary>
    public uint Offset;

    /// <summary>Count over all lines of the request.</summary>
    public uint Sequence;

    /// <summary>Count of this line, from 1.</summary>
    public uint LineSequence;

    /// <summary>Reserved.</summary>
    public Padding6 Padding;
}
