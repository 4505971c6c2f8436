using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Merkle;

public sealed class CompactRangeTests
{
    public static TheoryData<string> Functions => ["sha256", "sm3"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_batch_completes_the_same_nodes_as_its_leaves_one_by_one(string function)
    {
        var hasher = function == "sm3" ? TreeHasher.Sm3 : TreeHasher.Sha256;
        var leaves = Enumerable.Range(0, 400).Select(i => hasher.Leaf(BitConverter.GetBytes(i))).ToArray();
        for (var before = 0; before <= 140; before = before < 20 ? before + 1 : before + 13)
        {
            foreach (var count in Enumerable.Range(0, 40).Append(64).Append(255).Append(260))
            {
                var (single, batch) = (new CompactRange(hasher), new CompactRange(hasher));
                batch.Append(leaves.AsSpan(0, before));
                var (one, all) = (new Dictionary<(int, ulong), Hash32>(), new Dictionary<(int, ulong), Hash32>());
                for (var i = 0; i < before + count; i++)
                    AppendOne(single, leaves[i], i < before ? [] : one);
                batch.Append(leaves.AsSpan(before, count), (level, first, nodes) =>
                {
                    for (var i = 0; i < nodes.Length; i++)
                        all.Add((level, first + (ulong)i), nodes[i]);
                });
                Assert.Equal(single.Size, batch.Size);
                Assert.Equal(single.Root(), batch.Root());
                Assert.Equal(one.OrderBy(n => n.Key), all.OrderBy(n => n.Key));
            }
        }
    }

    [Fact]
    public void A_batch_beyond_one_row_of_memory_gives_the_same_root()
    {
        var leaves = Enumerable.Range(0, 10_000).Select(i => TreeHasher.Sha256.Leaf(BitConverter.GetBytes(i))).ToArray();
        var (single, batch) = (new CompactRange(TreeHasher.Sha256), new CompactRange(TreeHasher.Sha256));
        foreach (var leaf in leaves)
            single.Append(leaf);
        batch.Append(leaves.AsSpan(0, 3));
        batch.Append(leaves.AsSpan(3));
        Assert.Equal(single.Root(), batch.Root());
    }

    [Fact]
    public void A_batch_allocates_nothing_once_its_memory_is_there()
    {
        var leaves = new Hash32[1000];
        var range = new CompactRange(TreeHasher.Sha256);
        CompletedNodes ignored = static (_, _, _) => { };
        range.Append(leaves, ignored);
        var before = GC.GetAllocatedBytesForCurrentThread();
        range.Append(leaves, ignored);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AppendOne(CompactRange range, in Hash32 leaf, Dictionary<(int, ulong), Hash32> completed)
    {
        Span<Hash32> nodes = stackalloc Hash32[CompactRange.MaxLevels];
        var index = range.Size;
        var levels = range.Append(leaf, nodes);
        for (var level = 0; level < levels; level++)
            completed.TryAdd((level, index >> level), nodes[level]);
    }
}
