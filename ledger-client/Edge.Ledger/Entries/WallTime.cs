using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>Wall time as a synchronised clock gave it.</summary>
/// <param name="Seconds">POSIX seconds with fraction.</param>
/// <param name="UncertaintyMilliseconds">Half-width of the interval that holds true time.</param>
public readonly record struct WallTime(double Seconds, uint UncertaintyMilliseconds)
{
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch.AddTicks((long)(Seconds * TimeSpan.TicksPerSecond));

    /// <summary>Encoded as [seconds, uncertainty ms], or null while the clock is not synchronised.</summary>
    internal static void Write(ref CborWriter writer, WallTime? time)
    {
        if (time is not { } known)
        {
            writer.Null();
            return;
        }

        writer.Array(2);
        writer.Float(known.Seconds);
        writer.Unsigned(known.UncertaintyMilliseconds);
    }

    internal static WallTime? Read(ref CborReader reader)
    {
        if (reader.TryNull())
            return null;
        reader.Array(2);
        return new WallTime(Plausible(ref reader), (uint)reader.Unsigned(uint.MaxValue, "the uncertainty"));
    }

    /// <summary>A time that <see cref="DateTimeOffset"/> can hold.</summary>
    internal static double Plausible(ref CborReader reader)
    {
        var seconds = reader.Float();
        return seconds is >= 0 and < 253_402_300_800 ? seconds : throw reader.Wrong("a time must lie between 1970 and 9999");
    }
}
