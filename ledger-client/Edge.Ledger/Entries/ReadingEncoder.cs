using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>
/// Writes reading entries: [1, 0, salt, SenML record, raw, quality, reason, monotonic ns, uncertainty ms, context].
/// The SenML record is a map with the labels of RFC 8428 section 6 (n 0, u 1, v 2, t 6) that any SenML reader takes as it is. Allocates nothing.
/// </summary>
public static class ReadingEncoder
{
    /// <summary>Most bytes a reading can take.</summary>
    public const int MaxSize = 96 + (2 * MaxName) + Hash32.Size + Salt.Size;

    /// <summary>Longest channel name and unit, in UTF-8 bytes.</summary>
    public const int MaxName = 64;

    /// <param name="channel">UTF-8, at most 64 bytes.</param>
    /// <param name="unit">UTF-8 SenML unit, at most 64 bytes.</param>
    /// <param name="value">Absent when the reading has none; its reason says why.</param>
    /// <param name="raw">The device's own code, kept whatever becomes of the value.</param>
    /// <param name="monotonic">CLOCK_MONOTONIC, ns since the kernel's boot.</param>
    /// <param name="wall">Absent while the clock is not synchronised.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(
        Span<byte> destination, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> channel, ReadOnlySpan<byte> unit, double? value, long? raw,
        Quality quality, Reason reason, ulong monotonic, WallTime? wall, in Hash32 context)
    {
        var writer = new CborWriter(destination);
        EntryForm.Head(ref writer, EntryKind.Reading, ReadingEntry.Items, salt);
        writer.Map(2 + (value.HasValue ? 1 : 0) + (wall.HasValue ? 1 : 0));
        writer.Unsigned(SenMl.Name);
        writer.Utf8(channel);
        writer.Unsigned(SenMl.Unit);
        writer.Utf8(unit);
        if (value is { } number)
        {
            writer.Unsigned(SenMl.Value);
            writer.Float(number);
        }

        if (wall is { } time)
        {
            writer.Unsigned(SenMl.Time);
            writer.Float(time.Seconds);
        }

        if (raw is { } code)
            writer.Integer(code);
        else
            writer.Null();
        writer.Unsigned((byte)quality);
        writer.Unsigned((byte)reason);
        writer.Unsigned(monotonic);
        if (wall is { } known)
            writer.Unsigned(known.UncertaintyMilliseconds);
        else
            writer.Null();
        writer.Hash(context);
        return writer.Length;
    }
}
