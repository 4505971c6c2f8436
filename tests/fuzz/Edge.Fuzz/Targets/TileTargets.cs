using System.Buffers;
using System.Text;
using Edge.Fuzz.Seeds;
using Edge.Ledger.Tiles;

namespace Edge.Fuzz.Targets;

/// <summary>Paths of tiles, and bundles of entries.</summary>
internal static class TileTargets
{
    private static readonly string[] Paths =
        ["tile/0/000", "tile/0/x001/x234/067", "tile/0/x001/x234/067.p/8", "tile/entries/000", "tile/entries/x001/000.p/255", "tile/7/000.p/127", "tile/entries/x036/x028/x797/x018/x963/967"];

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<Tile>("tile-path", [.. Paths.Select(Encoding.UTF8.GetBytes)], b => Tile.Parse(Forms.String(b)))
        {
            Mutations = Forms.Text(),
            WriterWithInput = (tile, input) => Forms.SameString(tile.Path, input),
            Description = tile => $"{tile.Level} {tile.IsFull}",
        },
        new ParserTarget<byte[]>("entry-bundle", [Bundle(0), Bundle(1), Bundle(5), Bundle(256)], ReadBundle)
        {
            Mutations = Forms.Cbor(),
            Writer = bundle => bundle,
        },
    ];

    /// <summary>Entries read one after the other, and written again.</summary>
    private static byte[] ReadBundle(ReadOnlySpan<byte> bytes)
    {
        var bundle = new ArrayBufferWriter<byte>(bytes.Length + 1);
        foreach (var entry in new EntryBundle(bytes))
            EntryBundle.Write(bundle, entry);
        return bundle.WrittenSpan.ToArray();
    }

    private static byte[] Bundle(int entries)
    {
        var bundle = new ArrayBufferWriter<byte>();
        var known = VectorSeeds.Hex(VectorSeeds.Entries, "entries.bytes");
        for (var i = 0; i < entries; i++)
            EntryBundle.Write(bundle, known[i % known.Length]);
        return bundle.WrittenSpan.ToArray();
    }
}
