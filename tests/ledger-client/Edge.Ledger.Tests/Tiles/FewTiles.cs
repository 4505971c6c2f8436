using System.Buffers;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

/// <summary>Next to nothing of a large tree. Whoever looks for much more than there is finds the test at an end.</summary>
internal sealed class FewTiles(Dictionary<Tile, IEnumerable<Hash32>> tiles) : ITileSource
{
    private const int MostLooks = 5_000;
    private int _looks;

    public bool TryRead(Tile tile, IBufferWriter<byte> into)
    {
        Assert.True(++_looks < MostLooks, "it looks for what it has said is missing");
        if (!tiles.TryGetValue(tile, out var hashes))
            return false;
        foreach (var hash in hashes)
            into.Write(hash.Bytes);
        return true;
    }
}
