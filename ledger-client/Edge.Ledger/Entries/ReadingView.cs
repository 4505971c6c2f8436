using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>A reading's fields within its entry's bytes: what <see cref="ReadingEntry"/> holds as an object, for those who look at millions. Allocates nothing.</summary>
public readonly ref struct ReadingView
{
    /// <summary>UTF-8, 1 to 64 bytes.</summary>
    public ReadOnlySpan<byte> Channel { get; private init; }

    /// <summary>UTF-8, 1 to 64 bytes.</summary>
    public ReadOnlySpan<byte> Unit { get; private init; }

    /// <inheritdoc cref="ReadingEntry.Value"/>
    public double? Value { get; private init; }

    /// <inheritdoc cref="ReadingEntry.Raw"/>
    public long? Raw { get; private init; }

    public Quality Quality { get; private init; }

    public Reason Reason { get; private init; }

    /// <inheritdoc cref="ReadingEntry.Monotonic"/>
    public ulong Monotonic { get; private init; }

    /// <inheritdoc cref="ReadingEntry.Wall"/>
    public WallTime? Wall { get; private init; }

    /// <summary>32 bytes; see <see cref="ReadingContext"/>.</summary>
    public ReadOnlySpan<byte> Context { get; private init; }

    /// <summary>Reads an entry if it is a reading; accepts exactly the canonical form.</summary>
    /// <returns>False when it is another kind of entry, of which nothing but its beginning was looked at.</returns>
    /// <exception cref="MalformedException">Not the beginning of an entry, or not the canonical form of a reading.</exception>
    public static bool TryRead(ReadOnlySpan<byte> entry, out ReadingView reading)
    {
        reading = default;
        var reader = new CborReader(entry);
        var items = reader.Array() - EntryForm.HeadItems;
        if (items < 0)
            throw reader.Wrong("an entry has at least version, kind and salt");
        if (reader.Unsigned() != EntryForm.Version || reader.Unsigned() != (ulong)EntryKind.Reading)
            return false;
        reader.Bytes(Salt.Size);
        reading = Read(ref reader);
        reader.End();
        return items == ReadingEntry.Items ? true : throw new MalformedException($"entry of kind 0: {items} items, {ReadingEntry.Items} are needed");
    }

    internal static ReadingView Read(scoped ref CborReader reader)
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
        return new ReadingView
        {
            Channel = channel,
            Unit = unit,
            Value = value,
            Raw = raw,
            Quality = quality,
            Reason = reason,
            Monotonic = monotonic,
            Wall = seconds is { } s && uncertainty is { } u ? new WallTime(s, u) : null,
            Context = reader.Bytes(Hash32.Size),
        };
    }

    private static void Label(scoped ref CborReader reader, ulong label)
    {
        if (reader.Unsigned() != label)
            throw reader.Wrong("the SenML record starts with n and u");
    }

    private static ReadOnlySpan<byte> Name(scoped ref CborReader reader)
    {
        var name = reader.TextBytes();
        return name.Length is > 0 and <= ReadingEncoder.MaxName ? name : throw reader.Wrong($"a name has 1 to {ReadingEncoder.MaxName} bytes");
    }
}
