#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct gpio_v2_line_request</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GpioLineRequest
{
    /// <summary>Lines asked for.</summary>
    public Offsets64 Offsets;

    /// <summary>Who asks, NUL-terminated.</summary>
    public Name32 Consumer;

    /// <summary>How they are configured.</summary>
    public GpioLineConfig Config;

    /// <summary>Lines used of <see cref="Offsets"/>.</summary>
    public uint LineCount;

    /// <summary>Edges the kernel holds; 0 means 16 per line.</summary>
    public uint EventBufferSize;

    /// <summary>Must be zero.</summary>
    public Padding5 Padding;

    /// <summary>The lines' descriptor, when it succeeded.</summary>
    public int Descriptor;
}
