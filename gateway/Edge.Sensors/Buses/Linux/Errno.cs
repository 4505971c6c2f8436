namespace Edge.Sensors.Buses.Linux;

/// <summary>Error numbers of Linux (the same on x86-64 and arm64, asm-generic/errno.h) and what they mean on a bus.</summary>
public static class Errno
{
    /// <summary>Operation not permitted.</summary>
    public const int EPerm = 1;

    /// <summary>No such file.</summary>
    public const int ENoEnt = 2;

    /// <summary>Interrupted by a signal.</summary>
    public const int EIntr = 4;

    /// <summary>Input/output error: many adapters' word for no acknowledge.</summary>
    public const int EIo = 5;

    /// <summary>No such device or address.</summary>
    public const int ENxIo = 6;

    /// <summary>Bad descriptor.</summary>
    public const int EBadF = 9;

    /// <summary>Try again: arbitration lost (kernel, Documentation/i2c/fault-codes.rst).</summary>
    public const int EAgain = 11;

    /// <summary>Permission denied.</summary>
    public const int EAcces = 13;

    /// <summary>Busy: the bus is held, or the line is used by another.</summary>
    public const int EBusy = 16;

    /// <summary>No such device.</summary>
    public const int ENoDev = 19;

    /// <summary>Invalid argument.</summary>
    public const int EInval = 22;

    /// <summary>Not a terminal.</summary>
    public const int ENoTty = 25;

    /// <summary>Protocol error: the device broke the rules, for example a short block.</summary>
    public const int EProto = 71;

    /// <summary>Bad message.</summary>
    public const int EBadMsg = 74;

    /// <summary>Not supported.</summary>
    public const int EOpNotSupp = 95;

    /// <summary>The adapter is shut down.</summary>
    public const int EShutdown = 108;

    /// <summary>Timed out.</summary>
    public const int ETimedOut = 110;

    /// <summary>Remote i/o error: no acknowledge.</summary>
    public const int ERemoteIo = 121;

    /// <summary>The status of a failed I2C_RDWR, after the kernel's fault codes.</summary>
    public static I2cStatus ToI2cStatus(int errno) => errno switch
    {
        ERemoteIo or ENxIo or EIo => I2cStatus.NoAcknowledge,
        ETimedOut => I2cStatus.TimedOut,
        EAgain => I2cStatus.ArbitrationLost,
        EBusy => I2cStatus.BusStuck,
        ENoDev or EShutdown or EBadF or ENoEnt or EAcces or EPerm => I2cStatus.Gone,
        EProto or EBadMsg => I2cStatus.Short,
        _ => I2cStatus.Refused,
    };

    /// <summary>Why a device file cannot be used and what to do.</summary>
    /// <param name="path">The device file.</param>
    /// <param name="errno">From the failed open.</param>
    /// <param name="group">The Unix group that may use such files.</param>
    /// <param name="overlay">What switches the device on.</param>
    public static string Explain(string path, int errno, string group, string overlay) => errno switch
    {
        ENoEnt or ENoDev or ENxIo => $"{path} does not exist: {overlay}.",
        EAcces or EPerm => $"{path} may not be opened by this user: add it to the group {group} (and DeviceAllow={path} rw in the service unit).",
        EBusy => $"{path} is in use by another program: stop that program.",
        _ => $"{path} cannot be used: error {errno} of the kernel; see its log (dmesg).",
    };
}
