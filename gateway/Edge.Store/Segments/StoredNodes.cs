using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>The tree's nodes as the hash files have them, unchecked: for a log whose newest segment does not say its peaks.</summary>
internal sealed class StoredNodes(HashFiles hashes, TreeHasher hasher) : INodeSource
{
    public TreeHasher Hasher => hasher;

    public Hash32 Node(int level, ulong index)
    {
        var row = level % TileBatch.Height;
        Span<Hash32> nodes = stackalloc Hash32[1 << row];
        nodes.Clear();
        hashes.Read(level / TileBatch.Height, index << row, nodes);
        return hasher.Fold(nodes);
    }
}
