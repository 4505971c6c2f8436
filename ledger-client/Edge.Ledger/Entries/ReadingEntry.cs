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
        var view = ReadingView.Read(ref reader);
        return new ReadingEntry(
            Encoding.UTF8.GetString(view.Channel), Encoding.UTF8.GetString(view.Unit), view.Value, view.Raw, view.Quality, view.Reason, view.Monotonic, view.Wall,
            new Hash32(view.Context));
    }
}
