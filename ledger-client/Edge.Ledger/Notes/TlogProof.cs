using System.Globalization;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>A c2sp.org/tlog-proof@v1: extra data, the entry's index, its inclusion path, the (co)signed checkpoint.</summary>
public sealed record TlogProof(ReadOnlyMemory<byte>? Extra, ulong Index, IReadOnlyList<Hash32> Path, SignedNote Note)
{
    public const int MaxPath = 63;

    /// <summary>Most bytes of extra data accepted.</summary>
    public const int MaxExtra = 32 * 1024;

    private static ReadOnlySpan<byte> Header => "c2sp.org/tlog-proof@v1"u8;

    /// <exception cref="MalformedException">Not such a proof.</exception>
    public static TlogProof Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new LineReader(bytes, "tlog-proof");
        if (!lines.Next().SequenceEqual(Header))
            throw lines.Wrong("must be \"c2sp.org/tlog-proof@v1\"");
        var extra = lines.Rest.StartsWith("extra "u8) ? ReadExtra(ref lines) : null;
        if (!Decimals.TryParse(lines.Next("index"u8), out var index))
            throw lines.Wrong("the index is not a decimal number without leading zeros below 2^63");
        var path = HashLines.ReadUntilEmptyLine(ref lines, MaxPath);
        return new TlogProof(extra is null ? default(ReadOnlyMemory<byte>?) : extra, index, path, SignedNote.Parse(lines.Rest));
    }

    /// <summary>Whether the path leads from the leaf to the root of the proof's checkpoint. Says nothing about who signed it.</summary>
    public bool Includes(in Hash32 leaf, Checkpoint checkpoint) =>
        InclusionProof.Verify(checkpoint.Hasher, leaf, Index, checkpoint.Size, [.. Path], checkpoint.Root);

    public byte[] ToBytes()
    {
        var extra = Extra is { } data ? $"extra {Convert.ToBase64String(data.Span)}\n" : "";
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"c2sp.org/tlog-proof@v1\n{extra}index {Index}\n{HashLines.Write(Path)}\n{Note}"));
    }

    private static byte[] ReadExtra(ref LineReader lines)
    {
        var text = lines.Next("extra"u8);
        var extra = text.Length <= (MaxExtra + 2) / 3 * 4 ? StrictBase64.Decode(text) ?? throw lines.Wrong("extra is not canonical base64") : null;
        return extra?.Length <= MaxExtra ? extra : throw lines.Wrong($"more than {MaxExtra} bytes of extra data");
    }
}
