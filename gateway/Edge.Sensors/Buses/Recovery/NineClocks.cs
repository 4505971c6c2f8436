namespace Edge.Sensors.Buses.Recovery;

/// <summary>
/// Frees a bus whose SDA is held by a device that waits for the rest of a byte (I2C specification, UM10204, 3.1.16): at most nine clocks, the ninth for the
/// acknowledge. SDA follows SCL half a clock later, so that each clock ends in a stop once the device has let go, and further clocks do no harm.
/// </summary>
public static class NineClocks
{
    /// <summary>Eight bits and their acknowledge.</summary>
    public const int Most = 9;

    /// <summary>Looks at the bus, and gives clocks only if SDA alone is low.</summary>
    public static BusCondition Free(IBusLines lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        for (var clocks = 0; ; clocks++)
        {
            if (!lines.TryRead(out var clock, out var data))
                return BusCondition.Unknown;
            if (!clock)
                return BusCondition.ClockHeld;
            if (data)
                return clocks == 0 ? BusCondition.Free : BusCondition.Freed;
            if (clocks == Most)
                return BusCondition.DataHeld;
            if (!(lines.TryDrive(false, true) && lines.TryDrive(false, false) && lines.TryDrive(true, false) && lines.TryDrive(true, true)))
                return BusCondition.Unknown;
        }
    }
}
