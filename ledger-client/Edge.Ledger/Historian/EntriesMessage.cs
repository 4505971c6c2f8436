using System.Globalization;
using System.Text;
using Edge.Ledger.Text;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Historian;

/// <summary>Neighbouring entries of a gateway's log on their way to a historian (SPEC.md section 9). Without entries it asks what the historian holds.</summary>
public sealed class EntriesMessage
{
    /// <summary>A message has at most this many bytes.</summary>
    public const int MaxBytes = 131_072;

    /// <summary>An entry has at most this many bytes, and at least one.</summary>
    public const int MaxEntryBytes = 61_440;

    /// <summary>What stands before the entries has at most this many bytes.</summary>
    public const int MaxHeadBytes = 36;

    private EntriesMessage(ulong first, int count, ReadOnlyMemory<byte> bundle) => (First, Count, Bundle) = (first, count, bundle);

    /// <summary>The index of the first entry.</summary>
    public ulong First { get; }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>The entries as a bundle (c2sp.org/tlog-tiles), for <see cref="EntryBundle"/>.</summary>
    public ReadOnlyMemory<byte> Bundle { get; }

    /// <summary>Reads a message; its bytes are not copied.</summary>
    /// <exception cref="MalformedException">Not such a message.</exception>
    public static EntriesMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"entries: more than {MaxBytes} bytes");
        var lines = new LineReader(bytes.Span, "entries");
        if (!lines.Next().SequenceEqual("edge-entries/v1"u8))
            throw lines.Wrong("must be \"edge-entries/v1\"");
        if (!Decimals.TryParse(lines.Next(), out var first))
            throw lines.Wrong("not a decimal number without leading zeros below 2^63");
        var bundle = bytes[^lines.Rest.Length..];
        var count = 0;
        foreach (var entry in new EntryBundle(bundle.Span))
        {
            if (entry.Length is 0 or > MaxEntryBytes)
                throw new MalformedException($"entries: one of {entry.Length} bytes; it must have 1 to {MaxEntryBytes}");
            count++;
        }

        if (first + (ulong)count > long.MaxValue)
            throw new MalformedException("entries: an index is not below 2^63");
        return new EntriesMessage(first, count, bundle);
    }

    /// <summary>Writes a message.</summary>
    /// <param name="first">The index of the first entry.</param>
    /// <param name="bundle">The entries as a bundle; none to ask.</param>
    public static byte[] Write(ulong first, ReadOnlySpan<byte> bundle)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"edge-entries/v1\n{first}\n"));
        return [.. head, .. bundle];
    }

    /// <summary>The message as it is sent.</summary>
    public byte[] ToBytes() => Write(First, Bundle.Span);
}
