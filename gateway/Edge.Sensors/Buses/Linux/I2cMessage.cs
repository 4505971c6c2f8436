#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct i2c_msg</c> of linux/i2c.h.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct I2cMessage
{
    /// <summary>I2C_M_RD.</summary>
    public const ushort ReadFlag = 0x0001;

    /// <summary>Device address.</summary>
    public ushort Address;

    /// <summary>Direction.</summary>
    public ushort Flags;

    /// <summary>Bytes.</summary>
    public ushort Length;

    /// <summary>Where they are.</summary>
    public byte* Buffer;
}
