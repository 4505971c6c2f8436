#pragma warning disable CA1051 // the fields are the kernel's
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct i2c_rdwr_ioctl_data</c> of linux/i2c-dev.h.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct I2cTransaction
{
    /// <summary>I2C_RDWR.</summary>
    public const uint Request = 0x0707;

    /// <summary>First message.</summary>
    public I2cMessage* Messages;

    /// <summary>How many.</summary>
    public uint Count;
}
