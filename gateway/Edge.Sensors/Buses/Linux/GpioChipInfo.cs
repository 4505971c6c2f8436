#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

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
