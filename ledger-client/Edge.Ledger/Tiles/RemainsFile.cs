using System.Buffers;
using System.Buffers.Binary;

namespace Edge.Ledger.Tiles;

/// <summary>
/// The file <c>tile/remains/N</c> in the place of an entry bundle of which not all entries are held (SPEC.md section 16): those that are, each after its place. They
/// are bound to the log by their leaf hashes, as those of a bundle are.
/// </summary>
public static class RemainsFile
{
    /// <summary>Of a bundle less one of the longest entries.</summary>
    public const int MaxBytes = 16 + ((Tile.FullWidth - 1) * (1 + sizeof(ushort) + ushort.MaxValue));

    private const string Folder = "tile/remains/";
    private const string Bundles = "tile/entries/";

    private static ReadOnlySpan<byte> Header => "edge-remains/v1\n"u8;

    /// <summary>Where it is found, from the log's folder; the same whether the bundle is full or partial.</summary>
    public static string PathOf(Tile bundle) => Folder + bundle.Full.Path[Bundles.Length..];

    /// <summary>Reads exactly what <see cref="PathOf"/> writes.</summary>
    /// <param name="bundle">In its full width.</param>
    public static bool TryParse(string path, out Tile bundle)
    {
        ArgumentNullException.ThrowIfNull(path);
        bundle = default;
        return path.StartsWith(Folder, StringComparison.Ordinal) && Tile.TryParse(Bundles + path[Folder.Length..], out bundle) && bundle.IsFull;
    }

    /// <param name="entries">By their places in the bundle, 0 to 255; at least one, not 256.</param>
    public static byte[] Write(IReadOnlyDictionary<int, byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var file = new ArrayBufferWriter<byte>();
        file.Write(Header);
        foreach (var (place, entry) in entries.OrderBy(e => e.Key))
        {
            file.Write([checked((byte)place)]);
            EntryBundle.Write(file, entry);
        }

        return file.WrittenSpan.ToArray();
    }

    /// <summary>The places of its entries, ascending; null when the bytes are not in this form.</summary>
    /// <param name="bundle">Receives the entries one after another, as in a bundle; nothing when they are not in this form.</param>
    public static IReadOnlyList<int>? TryRead(ReadOnlySpan<byte> bytes, IBufferWriter<byte> bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (!bytes.StartsWith(Header))
            return null;
        var entries = bytes[Header.Length..];
        var places = new List<int>();
        for (var rest = entries; !rest.IsEmpty; rest = rest[Length(rest)..])
        {
            if (rest.Length < Length(rest) || (places.Count > 0 && rest[0] <= places[^1]))
                return null;
            places.Add(rest[0]);
        }

        if (places.Count is 0 or Tile.FullWidth)
            return null;
        for (; !entries.IsEmpty; entries = entries[Length(entries)..])
            bundle.Write(entries[1..Length(entries)]);
        return places;
    }

    /// <summary>Bytes of the first entry with what is before it, as far as it says how many.</summary>
    private static int Length(ReadOnlySpan<byte> rest) =>
        1 + sizeof(ushort) + (rest.Length < 1 + sizeof(ushort) ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest[1..]));
}
