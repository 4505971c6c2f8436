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

    /// <summary>Has output lines begin high, which an open-drain one is when it is let go; without, they would begin low.</summary>
    /// <param name="lines">A bit per line of the request.</param>
    public void LetGo(ulong lines)
    {
        // struct gpio_v2_line_config_attribute: u32 id, u32 padding, u64 values, u64 mask of lines.
        Attributes[0] = GpioUapi.OutputValues;
        Attributes[1] = lines;
        Attributes[2] = lines;
        AttributeCount = 1;
    }
}
