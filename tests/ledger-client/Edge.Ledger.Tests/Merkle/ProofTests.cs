using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Merkle;

public sealed class ProofTests
{
    private const int Sizes = 70;
    private static readonly MemoryTree Tree = NaiveTree.Tree(1100);

    [Theory]
    [InlineData(0, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData(1, "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=")]
    [InlineData(2, "+sVCA+fMaWzw3+zkLKHZ3yMbrvYUOXG6/8jfCJ/QOLc=")]
    [InlineData(3, "rrsLz+JtBMaFo7Gk8jTgA/VZw0a3n+o5d2PyvOP5v+I=")]
    public void Published_roots_of_RFC_6962_hold(int size, string root)
    {
        // Leaves of the test vectors of the certificate-transparency reference implementation.
        byte[][] leaves = [[], [0x00], [0x10]];
        var tree = new MemoryTree();
        foreach (var leaf in leaves.Take(size))
            tree.Append(leaf);
        Assert.Equal(root, tree.Root.ToString());
    }

    [Fact]
    public void Roots_equal_the_naive_tree()
    {
        for (var n = 0; n <= 300; n++)
        {
            var expected = new Hash32(NaiveTree.Root(NaiveTree.Entries(n)));
            Assert.Equal(expected, NaiveTree.Tree(n).Root);
            Assert.Equal(expected, ProofBuilder.Root(Tree, (ulong)n));
            Assert.Equal(expected, new CompactRange(Tree, (ulong)n).Root());
        }
    }

    [Fact]
    public void Inclusion_paths_equal_the_naive_ones_and_verify_only_where_they_belong()
    {
        for (var n = 1; n <= Sizes; n++)
        {
            var entries = NaiveTree.Entries(n);
            var root = new Hash32(NaiveTree.Root(entries));
            for (var i = 0; i < n; i++)
            {
                var path = ProofBuilder.Inclusion(Tree, (ulong)i, (ulong)n);
                Assert.Equal(NaiveTree.Hashes(NaiveTree.Path(i, entries)), path);
                var leaf = TreeHasher.Leaf(entries[i]);
                Assert.True(InclusionProof.Verify(leaf, (ulong)i, (ulong)n, path, root));
                Assert.False(InclusionProof.Verify(leaf, (ulong)i, (ulong)n, [.. path, root], root));
                Assert.False(InclusionProof.Verify(leaf, (ulong)n, (ulong)n, path, root));
                Assert.False(InclusionProof.Verify(TreeHasher.Leaf([1]), (ulong)i, (ulong)n, path, root));
                if (path.Length > 0)
                    Assert.False(InclusionProof.Verify(leaf, (ulong)i, (ulong)n, path[1..], root));
                if (path.Length > 1 && path[0] != path[1])
                    Assert.False(InclusionProof.Verify(leaf, (ulong)i, (ulong)n, [path[1], path[0], .. path[2..]], root));
            }
        }
    }

    [Fact]
    public void Consistency_proofs_equal_the_naive_ones_and_verify_only_where_they_belong()
    {
        for (var n = 1; n <= Sizes; n++)
        {
            var entries = NaiveTree.Entries(n);
            var root = new Hash32(NaiveTree.Root(entries));
            for (var m = 0; m <= n; m++)
            {
                var oldRoot = new Hash32(NaiveTree.Root(entries.AsSpan(0, m)));
                var proof = ProofBuilder.Consistency(Tree, (ulong)m, (ulong)n);
                Assert.Equal(NaiveTree.Hashes(NaiveTree.Proof(m, entries)), proof);
                Assert.True(ConsistencyProof.Verify((ulong)m, oldRoot, (ulong)n, root, proof));
                Assert.False(ConsistencyProof.Verify((ulong)m, TreeHasher.Leaf([9]), (ulong)n, root, proof));
                Assert.False(ConsistencyProof.Verify((ulong)m, oldRoot, (ulong)n, TreeHasher.Leaf([9]), proof));
                Assert.False(ConsistencyProof.Verify((ulong)m, oldRoot, (ulong)n, root, [.. proof, root]));
                Assert.False(ConsistencyProof.Verify((ulong)n + 1, oldRoot, (ulong)n, root, proof));
                if (proof.Length > 0)
                    Assert.False(ConsistencyProof.Verify((ulong)m, oldRoot, (ulong)n, root, proof[..^1]));
            }
        }
    }

    [Fact]
    public void Multiproofs_of_every_subset_of_small_trees_imply_the_root()
    {
        for (var n = 1; n <= 11; n++)
        {
            var root = ProofBuilder.Root(Tree, (ulong)n);
            for (var set = 1; set < 1 << n; set++)
            {
                ulong[] indices = [.. Enumerable.Range(0, n).Where(i => (set >> i & 1) != 0).Select(i => (ulong)i)];
                AssertMulti((ulong)n, indices, root);
            }
        }
    }

    [Fact]
    public void A_range_proof_of_a_large_tree_carries_only_both_edges()
    {
        const ulong size = 1025;
        ulong[] range = [.. Enumerable.Range(300, 400).Select(i => (ulong)i)];
        Assert.True(ProofBuilder.Multi(Tree, range, size).Length <= 2 * 11);
        AssertMulti(size, range, ProofBuilder.Root(Tree, size));
    }

    [Theory]
    [InlineData(new ulong[] { })]
    [InlineData(new ulong[] { 3, 3 })]
    [InlineData(new ulong[] { 4, 3 })]
    [InlineData(new ulong[] { 7 })]
    public void Indices_that_are_not_ascending_below_the_size_prove_nothing(ulong[] indices)
    {
        Assert.Throws<ArgumentException>(() => ProofBuilder.Multi(Tree, indices, 7));
        Assert.False(MultiProof.TryComputeRoot(7, indices, new Hash32[indices.Length], [], out _));
    }

    private static void AssertMulti(ulong size, ulong[] indices, Hash32 root)
    {
        var proof = ProofBuilder.Multi(Tree, indices, size);
        Hash32[] leaves = [.. indices.Select(i => Tree.Node(0, i))];
        Assert.True(MultiProof.TryComputeRoot(size, indices, leaves, proof, out var implied));
        Assert.Equal(root, implied);
        Assert.False(MultiProof.TryComputeRoot(size, indices, leaves, [.. proof, root], out _));
        if (proof.Length > 0)
            Assert.False(MultiProof.TryComputeRoot(size, indices, leaves, proof[..^1], out _));
        leaves[^1] = TreeHasher.Leaf([7]);
        Assert.True(MultiProof.TryComputeRoot(size, indices, leaves, proof, out implied) && implied != root);
    }
}
