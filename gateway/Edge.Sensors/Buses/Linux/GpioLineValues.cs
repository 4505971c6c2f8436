#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct gpio_v2_line_values</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GpioLineValues
{
    /// <summary>Levels.</summary>
    public ulong Bits;

    /// <summary>Lines asked for.</summary>
    public ulong Mask;
}
