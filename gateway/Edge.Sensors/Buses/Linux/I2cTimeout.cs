namespace Edge.Sensors.Buses.Linux;

/// <summary>How long a transfer may take, told to an adapter: I2C_TIMEOUT (i2c-dev.c). It holds for everybody who uses the adapter; one that does not heed it keeps its own.</summary>
public static unsafe class I2cTimeout
{
    /// <summary>I2C_TIMEOUT.</summary>
    public const uint Request = 0x0702;

    /// <summary>"For historical reasons, user-space sets the timeout value in units of 10 ms" (i2c-dev.c).</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <param name="adapter">An open /dev/i2c-N.</param>
    /// <param name="timeout">Rounded up to steps of 10 ms.</param>
    public static void Tell(int adapter, TimeSpan timeout) => _ = LibC.Ioctl(adapter, Request, (void*)(uint)Math.Ceiling(timeout / Step));
}
