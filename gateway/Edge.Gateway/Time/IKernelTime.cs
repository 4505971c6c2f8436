namespace Edge.Gateway.Time;

/// <summary>The kernel's clocks, and its word about them.</summary>
public interface IKernelTime
{
    /// <summary>CLOCK_BOOTTIME, ns.</summary>
    ulong Boottime();

    /// <summary>CLOCK_MONOTONIC, ns: stands still while the board sleeps.</summary>
    ulong Awake();

    /// <summary>CLOCK_REALTIME, ns since 1970.</summary>
    long Realtime();

    /// <summary>What the kernel says of CLOCK_REALTIME.</summary>
    KernelWord Ask();
}
