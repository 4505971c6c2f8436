#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary>The GPIO character device, version 2: requests and flags of linux/gpio.h.</summary>
public static class GpioUapi
{
    /// <summary>GPIO_GET_CHIPINFO_IOCTL.</summary>
    public const uint GetChipInfo = 0x8044_B401;

    /// <summary>GPIO_V2_GET_LINE_IOCTL.</summary>
    public const uint GetLine = 0xC250_B407;

    /// <summary>GPIO_V2_LINE_GET_VALUES_IOCTL.</summary>
    public const uint GetValues = 0xC010_B40E;

    /// <summary>GPIO_V2_LINE_FLAG_INPUT.</summary>
    public const ulong Input = 1 << 2;

    /// <summary>GPIO_V2_LINE_FLAG_EDGE_RISING.</summary>
    public const ulong EdgeRising = 1 << 4;

    /// <summary>GPIO_V2_LINE_EVENT_RISING_EDGE.</summary>
    public const uint RisingEdge = 1;
}

/// <summary><c>struct gpiochip_info</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GpioChipInfo
{
    /// <summary>Kernel name, NUL-terminated.</summary>
    public Name32 Name;

    /// <summary>Functional name, NUL-terminated.</summary>
    public Name32 Label;

    /// <summary>Number of lines.</summary>
    public uint Lines;
}

/// <summary><c>char[32]</c>.</summary>
[InlineArray(32)]
public struct Name32
{
    private byte _first;
}

/// <summary><c>__u32 offsets[64]</c>.</summary>
[InlineArray(64)]
public struct Offsets64
{
    private uint _first;
}

/// <summary><c>struct gpio_v2_line_config_attribute[10]</c>, 24 bytes each, unused here.</summary>
[InlineArray(30)]
public struct ConfigAttributes
{
    private ulong _first;
}

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

/// <summary><c>__u32 padding[5]</c>.</summary>
[InlineArray(5)]
public struct Padding5
{
    private uint _first;
}

/// <summary><c>__u32 padding[6]</c>.</summary>
[InlineArray(6)]
public struct Padding6
{
    private uint _first;
}

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

/// <summary><c>struct gpio_v2_line_values</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GpioLineValues
{
    /// <summary>Levels.</summary>
    public ulong Bits;

    /// <summary>Lines asked for.</summary>
    public ulong Mask;
}
