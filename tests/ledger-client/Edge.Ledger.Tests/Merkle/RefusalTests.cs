using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Merkle;

/// <summary>What is no proof, whichever way it is none: for every tree of up to 40 leaves.</summary>
public sealed class RefusalTests
{
    private const ulong Sizes = 40;
    private static readonly MemoryTree Tree = NaiveTree.Tree(64);

    [Fact]
    public void An_inclusion_proof_is_refused_for_every_other_root()
    {
        foreach (var (index, size, path) in Inclusions())
            Assert.DoesNotContain(Others(size), other => Verify(index, size, path, Root(other)));
    }

    [Fact]
    public void An_inclusion_proof_is_refused_for_every_other_index()
    {
        foreach (var (index, size, path) in Inclusions())
            Assert.DoesNotContain(Others(index), other => InclusionProof.Verify(Tree.Hasher, Tree.Node(0, index), other, size, path, Root(size)));
    }

    [Fact]
    public void An_inclusion_proof_is_refused_in_the_tree_of_every_other_size()
    {
        foreach (var (index, size, path) in Inclusions())
            Assert.DoesNotContain(Others(size), other => Verify(index, other, path, Root(other)));
    }

    [Fact]
    public void An_index_at_or_beyond_the_size_is_refused()
    {
        foreach (var (_, size, path) in Inclusions())
        {
            foreach (var index in new[] { size, size + 1, ulong.MaxValue })
                Assert.False(InclusionProof.TryComputeRoot(Tree.Hasher, Tree.Node(0, 0), index, size, path, out _));
        }

        Assert.False(InclusionProof.TryComputeRoot(Tree.Hasher, Tree.Node(0, 0), 0, 0, [], out _));
    }

    [Fact]
    public void An_inclusion_proof_with_two_hashes_exchanged_is_refused()
    {
        foreach (var (index, size, path) in Inclusions())
            Assert.DoesNotContain(Exchanged(path), other => Verify(index, size, other, Root(size)));
    }

    [Fact]
    public void An_inclusion_proof_that_lacks_a_hash_or_has_one_more_is_refused()
    {
        foreach (var (index, size, path) in Inclusions())
            Assert.DoesNotContain(OtherLengths(path), other => InclusionProof.TryComputeRoot(Tree.Hasher, Tree.Node(0, index), index, size, other, out _));
    }

    [Fact]
    public void A_consistency_proof_is_refused_for_every_other_root()
    {
        foreach (var (old, size, path) in Consistencies())
        {
            Assert.DoesNotContain(Others(size), other => ConsistencyProof.Verify(Tree.Hasher, old, Root(old), size, Root(other), path));
            Assert.DoesNotContain(Others(old), other => ConsistencyProof.Verify(Tree.Hasher, old, Root(other), size, Root(size), path));
        }
    }

    [Fact]
    public void A_consistency_proof_is_refused_between_the_trees_of_other_sizes()
    {
        foreach (var (old, size, path) in Consistencies())
        {
            Assert.DoesNotContain(Others(size), other => ConsistencyProof.Verify(Tree.Hasher, old, Root(old), other, Root(other), path));
            Assert.DoesNotContain(Others(old), other => ConsistencyProof.Verify(Tree.Hasher, other, Root(other), size, Root(size), path));
        }
    }

    [Fact]
    public void A_consistency_proof_with_two_hashes_exchanged_is_refused()
    {
        foreach (var (old, size, path) in Consistencies())
            Assert.DoesNotContain(Exchanged(path), other => ConsistencyProof.Verify(Tree.Hasher, old, Root(old), size, Root(size), other));
    }

    [Fact]
    public void A_consistency_proof_that_lacks_a_hash_or_has_one_more_is_refused()
    {
        foreach (var (old, size, path) in Consistencies())
            Assert.DoesNotContain(OtherLengths(path), other => ConsistencyProof.Verify(Tree.Hasher, old, Root(old), size, Root(size), other));
    }

    [Fact]
    public void Between_equal_sizes_and_from_nothing_only_the_empty_proof_is_accepted()
    {
        Assert.True(ConsistencyProof.Verify(Tree.Hasher, 7, Root(7), 7, Root(7), []));
        Assert.False(ConsistencyProof.Verify(Tree.Hasher, 7, Root(7), 7, Root(8), []));
        Assert.False(ConsistencyProof.Verify(Tree.Hasher, 7, Root(7), 7, Root(7), [Root(7)]));
        Assert.True(ConsistencyProof.Verify(Tree.Hasher, 0, Tree.Hasher.EmptyRoot, 7, Root(7), []));
        Assert.False(ConsistencyProof.Verify(Tree.Hasher, 0, Root(1), 7, Root(7), []));
        Assert.False(ConsistencyProof.Verify(Tree.Hasher, 0, Tree.Hasher.EmptyRoot, 7, Root(7), [Root(7)]));
    }

    [Fact]
    public void Nothing_is_computed_where_there_is_no_proof()
    {
        Assert.False(ConsistencyProof.TryComputeRoot(Tree.Hasher, 0, Tree.Hasher.EmptyRoot, 7, [], out _));
        Assert.False(ConsistencyProof.TryComputeRoot(Tree.Hasher, 7, Root(7), 7, [], out _));
        Assert.False(ConsistencyProof.TryComputeRoot(Tree.Hasher, 8, Root(8), 7, [], out _));
    }

    [Fact]
    public void No_proof_is_built_beyond_the_tree()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProofBuilder.Inclusion(Tree, 7, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProofBuilder.Consistency(Tree, 8, 7));
        Assert.ThrowsAny<ArgumentException>(() => ProofBuilder.Inclusion(Tree, 0, Tree.Size + 1));
        Assert.ThrowsAny<ArgumentException>(() => ProofBuilder.Consistency(Tree, 3, Tree.Size + 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_hash_that_has_not_32_bytes_is_none_in_any_form(int length)
    {
        var hash = Convert.ToBase64String(new byte[length]);

        Assert.Throws<ArgumentException>(() => new Hash32(new byte[length]));
        Assert.False(Hash32.TryParseBase64(Encoding.ASCII.GetBytes(hash), out _));
        Assert.Throws<MalformedException>(() => TlogProof.Parse(Encoding.UTF8.GetBytes($"c2sp.org/tlog-proof@v1\nindex 0\n{hash}\n\n{Checkpoint}")));
        Assert.Throws<MalformedException>(() => AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes($"old 1\n{hash}\n\n{Checkpoint}")));
    }

    [Fact]
    public void The_same_forms_with_a_hash_of_32_bytes_are_read()
    {
        Assert.Single(TlogProof.Parse(Encoding.UTF8.GetBytes($"c2sp.org/tlog-proof@v1\nindex 0\n{Root(1)}\n\n{Checkpoint}")).Path);
        Assert.Single(AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes($"old 1\n{Root(1)}\n\n{Checkpoint}")).Proof);
    }

    private static string Checkpoint => new Checkpoint("city.example/gw-1", 2, Root(2)).Sign(new TestKeys().Gateway).ToString();

    private static Hash32 Root(ulong size) => ProofBuilder.Root(Tree, size);

    private static bool Verify(ulong index, ulong size, Hash32[] path, Hash32 root) => InclusionProof.Verify(Tree.Hasher, Tree.Node(0, index), index, size, path, root);

    private static IEnumerable<(ulong Index, ulong Size, Hash32[] Path)> Inclusions()
    {
        for (ulong size = 1; size <= Sizes; size++)
        {
            for (ulong index = 0; index < size; index++)
                yield return (index, size, ProofBuilder.Inclusion(Tree, index, size));
        }
    }

    private static IEnumerable<(ulong Old, ulong Size, Hash32[] Path)> Consistencies()
    {
        for (ulong size = 2; size <= Sizes; size++)
        {
            for (ulong old = 1; old < size; old++)
                yield return (old, size, ProofBuilder.Consistency(Tree, old, size));
        }
    }

    /// <summary>All sizes of at least 1 but this one.</summary>
    private static IEnumerable<ulong> Others(ulong number) => Enumerable.Range(1, (int)Sizes + 8).Select(n => (ulong)n).Where(n => n != number);

    private static IEnumerable<Hash32[]> Exchanged(Hash32[] path) =>
        Enumerable.Range(1, Math.Max(0, path.Length - 1)).Select(i => (Hash32[])[.. path[..(i - 1)], path[i], path[i - 1], .. path[(i + 1)..]]);

    private static IEnumerable<Hash32[]> OtherLengths(Hash32[] path) => path.Length == 0
        ? [[Root(1)]]
        : [path[1..], path[..^1], [], [.. path, Root(1)], [Root(1), .. path]];
}
