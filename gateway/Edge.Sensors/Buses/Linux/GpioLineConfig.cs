#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct gpio_v2_line_config</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GpioLineConfig
{
    /// <summary>Flags of all lines.</summary>
    public ulong Flags;

    /// <summary>Attributes used.</summary>
    public uint AttributeCount;

    /// <summary>Must be zero.</summary>
    public Padding5 Padding;

    /// <summary>Attributes.</summary>
    public ConfigAttributes Attributes;
}
