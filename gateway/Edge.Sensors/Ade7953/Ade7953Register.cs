namespace Edge.Sensors.Ade7953;

/// <summary>
/// Registers, datasheet ADE7953 (Rev. C) tables 13 to 16. The upper byte of the address says how wide one is: 00h, 07h 8 bits; 01h 16;
/// 03h 32, of which the lower 24 count.
/// </summary>
public enum Ade7953Register : ushort
{
    /// <summary>Gain before the voltage's converter, by code; power-on value 0.</summary>
    VoltageGain = 0x007,

    /// <summary>The same of current A.</summary>
    CurrentGainA = 0x008,

    /// <summary>The same of current B.</summary>
    CurrentGainB = 0x009,

    /// <summary>Takes the key that lets <see cref="Optimum"/> be written next.</summary>
    Unlock = 0x0FE,

    /// <summary>Interface lock, high-pass filter, integrators, reset; power-on value 8004h.</summary>
    Configuration = 0x102,

    /// <summary>Of the mains: 4.47 us per code, less one.</summary>
    Period = 0x10E,

    /// <summary>Must be set to 30h for the accuracy that the maker states.</summary>
    Optimum = 0x120,

    /// <summary>The address of the last successful transfer before.</summary>
    LastAddress = 0x1FE,

    /// <summary>Active power by current A, signed; negative when energy flows back.</summary>
    PowerA = 0x312,

    /// <summary>The same by current B.</summary>
    PowerB = 0x313,

    /// <summary>Current A, rms.</summary>
    CurrentA = 0x31A,

    /// <summary>Current B, rms.</summary>
    CurrentB = 0x31B,

    /// <summary>Voltage, rms.</summary>
    Voltage = 0x31C,

    /// <summary>The waveform's code above which the voltage's flag is raised; power-on value FFFFFFh, never.</summary>
    OvervoltageLevel = 0x324,

    /// <summary>The same of both currents.</summary>
    OvercurrentLevel = 0x325,

    /// <summary>Flags of the voltage, current A and the chip.</summary>
    FlagsA = 0x32D,

    /// <summary>The same; reading clears them.</summary>
    TakeFlagsA = 0x32E,

    /// <summary>Flags of current B; reading clears them.</summary>
    TakeFlagsB = 0x331,
}
