using System.Text;
using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>One value with unit, raw code, quality and time.</summary>
/// <param name="Channel">Measured quantity of one sensor, at most 64 UTF-8 bytes.</param>
/// <param name="Unit">SenML unit (RFC 8428, RFC 8798).</param>
/// <param name="Value">Null when the reading has none; <paramref name="Reason"/> says why.</param>
/// <param name="Raw">The device's own code.</param>
/// <param name="Monotonic">CLOCK_MONOTONIC in ns; the boot is in the context.</param>
/// <param name="Wall">Null while the clock was not synchronised.</param>
/// <param name="Context">See <see cref="ReadingContext"/>.</param>
public sealed record ReadingEntry(
    string Channel, string Unit, double? Value, long? Raw, Quality Quality, Reason Reason, ulong Monotonic, WallTime? Wall, Hash32 Context) : Entry
{
    internal const int Items = 7;

    public override EntryKind Kind => EntryKind.Reading;

    private protected override int ItemCount => Items;

    private protected override void WriteItems(ref CborWriter writer) =>
        throw new InvalidOperationException("Readings are written by ReadingEncoder.");

    /// <summary>The same bytes that <see cref="ReadingEncoder"/> writes.</summary>
    public override byte[] Encode(ReadOnlySpan<byte> salt)
    {
        Span<byte> buffer = stackalloc byte[ReadingEncoder.MaxSize];
        var length = ReadingEncoder.Write(
            buffer, salt, Encoding.UTF8.GetBytes(Channel), Encoding.UTF8.GetBytes(Unit), Value, Raw, Quality, Reason, Monotonic, Wall, Context);
        return buffer[..length].ToArray();
    }

    internal static ReadingEntry Read(ref CborReader reader)
    {
        var pairs = reader.Map();
        if (pairs is < 2 or > 4)
            throw reader.Wrong("the SenML record has n and u, and at most v and t");
        Label(ref reader, SenMl.Name);
        var channel = Name(ref reader);
        Label(ref reader, SenMl.Unit);
        var unit = Name(ref reader);
        pairs -= 2;
        double? value = null, seconds = null;
        for (; pairs > 0; pairs--)
        {
            switch (reader.Unsigned())
            {
                case SenMl.Value when value is null && seconds is null:
                    value = reader.Float();
                    break;
                case SenMl.Time when seconds is null:
                    seconds = WallTime.Plausible(ref reader);
                    break;
                default:
                    throw reader.Wrong("only the labels n, u, v, t are used, in this order");
            }
        }

        long? raw = reader.TryNull() ? null : reader.Integer();
        var quality = (Quality)reader.Unsigned((ulong)Quality.Bad, "the quality");
        var reason = (Reason)reader.Unsigned(byte.MaxValue, "the reason");
        var monotonic = reader.Unsigned();
        uint? uncertainty = reader.TryNull() ? null : (uint)reader.Unsigned(uint.MaxValue, "the uncertainty");
        if (seconds.HasValue != uncertainty.HasValue)
            throw reader.Wrong("wall time and its uncertainty come together");
        WallTime? wall = seconds is { } s && uncertainty is { } u ? new WallTime(s, u) : null;
        return new ReadingEntry(channel, unit, value, raw, quality, reason, monotonic, wall, new Hash32(reader.Bytes(Hash32.Size)));
    }

    private static void Label(ref CborReader reader, ulong label)
    {
        if (reader.Unsigned() != label)
            throw reader.Wrong("the SenML record starts with n and u");
    }

    private static string Name(ref CborReader reader)
    {
        var name = reader.Text();
        return Encoding.UTF8.GetByteCount(name) is > 0 and <= ReadingEncoder.MaxName ? name : throw reader.Wrong($"a name has 1 to {ReadingEncoder.MaxName} bytes");
    }
}
