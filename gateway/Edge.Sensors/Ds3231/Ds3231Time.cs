namespace Edge.Sensors.Ds3231;

/// <summary>Seven registers of time to seconds since 1970 and back. The chip knows no zone: what it keeps is UTC.</summary>
public static class Ds3231Time
{
    private const int Century = 2000, Years = 200, HoursPerHalf = 12;

    /// <summary>Reads them. False where a digit is none, a bit is set that reads 0, or there is no such day: then they are no time.</summary>
    /// <param name="registers">The first seven.</param>
    /// <param name="seconds">Since 1970.</param>
    public static bool TryRead(ReadOnlySpan<byte> registers, out long seconds)
    {
        seconds = 0;
        var month = registers[(int)Ds3231Register.Month];
        if (!TryDigits(registers[(int)Ds3231Register.Seconds], 0, 59, out var second)
            || !TryDigits(registers[(int)Ds3231Register.Minutes], 0, 59, out var minute)
            || !TryHour(registers[(int)Ds3231Register.Hours], out var hour)
            || !TryDigits(registers[(int)Ds3231Register.Weekday], 1, 7, out _)
            || !TryDigits((byte)(month & ~Ds3231Chip.Century), 1, 12, out var monthNumber)
            || !TryDigits(registers[(int)Ds3231Register.Year], 0, 99, out var year))
            return false;
        var full = Century + ((month & Ds3231Chip.Century) != 0 ? 100 : 0) + year;
        if (!TryDigits(registers[(int)Ds3231Register.Day], 1, DateTime.DaysInMonth(full, monthNumber), out var day))
            return false;
        seconds = new DateTimeOffset(full, monthNumber, day, hour, minute, second, TimeSpan.Zero).ToUnixTimeSeconds();
        return true;
    }

    /// <summary>Writes them, with hours of 0 to 23 and the weekday counted from Monday.</summary>
    /// <param name="seconds">Since 1970; within 2000 to 2199.</param>
    /// <param name="registers">The first seven.</param>
    public static void Write(long seconds, Span<byte> registers)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        ArgumentOutOfRangeException.ThrowIfNegative(time.Year - Century, nameof(seconds));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(time.Year - Century, Years, nameof(seconds));
        registers[(int)Ds3231Register.Seconds] = Digits(time.Second);
        registers[(int)Ds3231Register.Minutes] = Digits(time.Minute);
        registers[(int)Ds3231Register.Hours] = Digits(time.Hour);
        registers[(int)Ds3231Register.Weekday] = (byte)(((int)time.DayOfWeek + 6) % 7 + 1);
        registers[(int)Ds3231Register.Day] = Digits(time.Day);
        registers[(int)Ds3231Register.Month] = (byte)(Digits(time.Month) | (time.Year >= Century + 100 ? Ds3231Chip.Century : 0));
        registers[(int)Ds3231Register.Year] = Digits(time.Year % 100);
    }

    private static bool TryHour(byte register, out int hour)
    {
        if ((register & Ds3231Chip.TwelveHours) == 0)
            return TryDigits(register, 0, 23, out hour);
        var afternoon = (register & Ds3231Chip.Afternoon) != 0;
        if (!TryDigits((byte)(register & ~(Ds3231Chip.TwelveHours | Ds3231Chip.Afternoon)), 1, HoursPerHalf, out hour))
            return false;
        hour = hour % HoursPerHalf + (afternoon ? HoursPerHalf : 0);
        return true;
    }

    private static bool TryDigits(byte register, int smallest, int largest, out int value)
    {
        value = (register >> 4) * 10 + (register & 0xF);
        return (register & 0xF) <= 9 && value >= smallest && value <= largest;
    }

    private static byte Digits(int value) => (byte)(value / 10 << 4 | value % 10);
}
