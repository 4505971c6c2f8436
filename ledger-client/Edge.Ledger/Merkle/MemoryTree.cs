namespace Edge.Ledger.Merkle;

/// <summary>A whole tree in memory: for small logs, tools and tests. A gateway's own tree lives in tiles on disk.</summary>
public sealed class MemoryTree(TreeHasher hasher) : INodeSource
{
    private readonly List<List<Hash32>> _levels = [];
    private readonly CompactRange _edge = new(hasher);

    public TreeHasher Hasher => hasher;

    public ulong Size => _edge.Size;

    public Hash32 Root => _edge.Root();

    public void Append(ReadOnlySpan<byte> entry) => AppendLeaf(hasher.Leaf(entry));

    public void AppendLeaf(in Hash32 leaf)
    {
        Span<Hash32> completed = stackalloc Hash32[CompactRange.MaxLevels];
        var count = _edge.Append(leaf, completed);
        for (var level = 0; level < count; level++)
        {
            if (_levels.Count == level)
                _levels.Add([]);
            _levels[level].Add(completed[level]);
        }
    }

    public Hash32 Node(int level, ulong index) => _levels[level][checked((int)index)];
}
