using Edge.Sensors.Buses;

namespace Edge.Sensors.Ds3231;

/// <summary>All registers as they were at one moment.</summary>
/// <param name="IsWhole">Whether they are a DS3231's: zeros where it has no bits, and a time unless it stopped. Without it nothing else means anything.</param>
/// <param name="Seconds">Since 1970, whole ones that have passed; 0 where there is no such time.</param>
/// <param name="HasStopped">Whether the oscillator stopped since the time was set, or would without a supply: then the seconds are not the time.</param>
/// <param name="IsConverting">Whether the temperature is being converted.</param>
/// <param name="Temperature">Quarters of a degree Celsius.</param>
public readonly record struct Ds3231Registers(bool IsWhole, long Seconds, bool HasStopped, bool IsConverting, int Temperature)
{
    private static ReadOnlySpan<byte> UnusedOfTime => [0x80, 0x80, 0x80, 0xF8, 0xC0, 0x60, 0];

    /// <summary>Reads them in one transfer. Allocates nothing.</summary>
    public static I2cStatus Read(II2cBus bus, out Ds3231Registers registers)
    {
        ArgumentNullException.ThrowIfNull(bus);
        Span<byte> all = stackalloc byte[Ds3231Chip.Registers];
        all.Clear();
        var status = bus.Transfer(Ds3231Chip.Address, [(byte)Ds3231Register.Seconds], all);
        registers = status == I2cStatus.Ok ? Of(all) : default;
        return status;
    }

    /// <summary>Sets the time and then clears what says that it stopped. Whoever sets it must know the time.</summary>
    /// <param name="bus">The bus it is on.</param>
    /// <param name="seconds">Since 1970.</param>
    public static I2cStatus Set(II2cBus bus, long seconds)
    {
        ArgumentNullException.ThrowIfNull(bus);
        Span<byte> time = stackalloc byte[1 + Ds3231Chip.TimeRegisters];
        time[0] = (byte)Ds3231Register.Seconds;
        Ds3231Time.Write(seconds, time[1..]);
        var status = bus.Transfer(Ds3231Chip.Address, time, []);
        Span<byte> settings = stackalloc byte[3];
        settings[0] = (byte)Ds3231Register.Control;
        if (status == I2cStatus.Ok)
            status = bus.Transfer(Ds3231Chip.Address, settings[..1], settings[1..]);
        settings[1] &= unchecked((byte)~Ds3231Chip.OscillatorOff);
        settings[2] &= unchecked((byte)~Ds3231Chip.Stopped);
        return status == I2cStatus.Ok ? bus.Transfer(Ds3231Chip.Address, settings, []) : status;
    }

    private static Ds3231Registers Of(ReadOnlySpan<byte> all)
    {
        var (status, low) = (all[(int)Ds3231Register.Status], all[(int)Ds3231Register.TemperatureLow]);
        var unused = status & Ds3231Chip.StatusUnused | low & Ds3231Chip.TemperatureUnused;
        for (var i = 0; i < UnusedOfTime.Length; i++)
            unused |= all[i] & UnusedOfTime[i];
        var hasStopped = (status & Ds3231Chip.Stopped) != 0;
        var isTime = Ds3231Time.TryRead(all, out var seconds);
        return new(
            unused == 0 && (isTime || hasStopped),
            seconds,
            hasStopped || (all[(int)Ds3231Register.Control] & Ds3231Chip.OscillatorOff) != 0,
            (status & Ds3231Chip.Busy) != 0,
            (sbyte)all[(int)Ds3231Register.TemperatureHigh] * 4 + (low >> 6));
    }
}
