using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>Makes hashes of tiles again from what lies below them: entries, and the hashes of the level below.</summary>
internal sealed class TileMender(ILogReader reader)
{
    /// <summary>More hashes than these, of which it is not known whether they or those below are damaged, are taken all as computed or all as stored.</summary>
    private const int MaxDoubtful = 6;

    private readonly Hash32[] _below = new Hash32[TileBatch.Width];

    public StoredEntries Entries { get; } = new(reader);

    /// <summary>
    /// Chooses between each of some hashes as it is stored and as it is computed again, so that they come to a node: the one may be damaged here, and what lies below
    /// the other there. False, with all as they were stored, if they do not.
    /// </summary>
    public bool TryMend(LoggedTile tile, int first, int count, Hash32 node)
    {
        var hashes = tile.Hashes.Slice(first, count);
        var stored = hashes.ToArray();
        Compute(tile, first, count);
        var computed = hashes.ToArray();
        var doubtful = Enumerable.Range(0, count).Where(i => stored[i] != computed[i]).ToArray();
        if (Fold(hashes) == node)
            return true;
        for (var choice = (doubtful.Length > MaxDoubtful ? 0 : 1 << doubtful.Length) - 2; choice >= 0; choice--)
        {
            for (var i = 0; i < doubtful.Length; i++)
                hashes[doubtful[i]] = ((choice >> i) & 1) != 0 ? computed[doubtful[i]] : stored[doubtful[i]];
            if (Fold(hashes) == node)
                return true;
        }

        stored.CopyTo(hashes);
        return false;
    }

    /// <summary>Computes hashes again from what lies below them, as far as that is held.</summary>
    public void Compute(LoggedTile tile, int first, int count)
    {
        var oldest = tile.Level == 0 ? reader.Extent.Oldest : 0;
        for (var i = first; i < first + count; i++)
        {
            var position = tile.First + (ulong)i;
            if (tile.Level > 0 && reader.ReadHashes(tile.Level - 1, position * TileBatch.Width, _below) == TileBatch.Width)
                tile.Hashes[i] = reader.Hasher.Fold(_below);
            else if (tile.Level == 0 && position >= oldest)
                Entries.TryLeaf(position, ref tile.Hashes[i]);
        }
    }

    private Hash32 Fold(ReadOnlySpan<Hash32> hashes)
    {
        Span<Hash32> nodes = stackalloc Hash32[TileBatch.Width];
        hashes.CopyTo(nodes);
        return reader.Hasher.Fold(nodes[..hashes.Length]);
    }
}
