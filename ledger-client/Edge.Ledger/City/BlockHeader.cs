using System.Globalization;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Text;

namespace Edge.Ledger.City;

/// <summary>The last leaf of each block of the city log.</summary>
/// <param name="Height">Blocks before this one.</param>
/// <param name="Time">POSIX seconds by the city log's clock; what is proved about time comes from the cosignatures.</param>
/// <param name="Previous">SHA-256 of the previous block's final cosigned checkpoint note; zeros at height 0.</param>
public sealed record BlockHeader(ulong Height, ulong Time, Hash32 Previous)
{
    /// <exception cref="MalformedException">Not such a leaf.</exception>
    public static BlockHeader Parse(ReadOnlySpan<byte> leaf)
    {
        var lines = new LineReader(leaf, "block header");
        if (!lines.Next().SequenceEqual("edge-block/v1"u8))
            throw lines.Wrong("must be \"edge-block/v1\"");
        if (!Decimals.TryParse(lines.Next("height"u8), out var height) || !Decimals.TryParse(lines.Next("time"u8), out var time))
            throw lines.Wrong("not a decimal number without leading zeros below 2^63");
        if (!Hash32.TryParseBase64(lines.Next("previous"u8), out var previous))
            throw lines.Wrong("not the canonical base64 of 32 bytes");
        if (!lines.AtEnd)
            throw lines.Wrong("bytes after the header");
        return new BlockHeader(height, time, previous);
    }

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(ToString());

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"edge-block/v1\nheight {Height}\ntime {Time}\nprevious {Previous}\n");
}
