using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Merkle;

public sealed class ProofTests
{
    private static readonly MemoryTree Tree = NaiveTree.Tree(1100);

    [Fact]
    public void Published_leaves_and_roots_of_RFC_6962_hold()
    {
        // The reference implementation's vectors: eight leaves, the root of each prefix.
        string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        string[] roots =
        [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        string[] leafHashes =
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
            "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
        ];
        Assert.Equal(leafHashes, leaves.Select(leaf => Convert.ToHexStringLower(TreeHasher.Sha256.Leaf(Convert.FromHexString(leaf)).Bytes)));
        var tree = new MemoryTree(TreeHasher.Sha256);
        Assert.Equal(roots[0], Convert.ToHexStringLower(tree.Root.Bytes));
        for (var i = 0; i < leaves.Length; i++)
        {
            tree.Append(Convert.FromHexString(leaves[i]));
            Assert.Equal(roots[i + 1], Convert.ToHexStringLower(tree.Root.Bytes));
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

    [Fact]
    public void Multiproofs_of_every_range_of_a_tree_imply_the_root()
    {
        const ulong size = 45;
        var root = ProofBuilder.Root(Tree, size);
        for (var begin = 0; begin < (int)size; begin++)
        {
            for (var count = 1; begin + count <= (int)size; count++)
                AssertMulti(size, [.. Enumerable.Range(begin, count).Select(i => (ulong)i)], root);
        }
    }

    [Theory]
    [InlineData(new ulong[] { })]
    [InlineData(new ulong[] { 3, 3 })]
    [InlineData(new ulong[] { 4, 3 })]
    [InlineData(new ulong[] { 7 })]
    public void Indices_that_are_not_ascending_below_the_size_prove_nothing(ulong[] indices)
    {
        Assert.Throws<ArgumentException>(() => ProofBuilder.Multi(Tree, indices, 7));
        Assert.False(MultiProof.TryComputeRoot(TreeHasher.Sha256, 7, indices, new Hash32[indices.Length], [], out _));
    }

    private static void AssertMulti(ulong size, ulong[] indices, Hash32 root)
    {
        var proof = ProofBuilder.Multi(Tree, indices, size);
        Hash32[] leaves = [.. indices.Select(i => Tree.Node(0, i))];
        Assert.True(MultiProof.TryComputeRoot(TreeHasher.Sha256, size, indices, leaves, proof, out var implied));
        Assert.Equal(root, implied);
        Assert.False(MultiProof.TryComputeRoot(TreeHasher.Sha256, size, indices, leaves, [.. proof, root], out _));
        if (proof.Length > 0)
            Assert.False(MultiProof.TryComputeRoot(TreeHasher.Sha256, size, indices, leaves, proof[..^1], out _));
        leaves[^1] = TreeHasher.Sha256.Leaf([7]);
        Assert.True(MultiProof.TryComputeRoot(TreeHasher.Sha256, size, indices, leaves, proof, out implied) && implied != root);
    }
}
