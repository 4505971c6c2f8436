using Edge.Ledger.Merkle;
using Edge.Ledger.Tests.Merkle;

namespace Edge.Ledger.Tests.Properties;

/// <summary>
/// Against the recursion of the RFC: all roots, inclusion paths and consistency proofs of all trees up to 300 leaves; of range proofs all of those up to 64 leaves, and
/// 40 of each larger one, chosen by a seed. And what is one step away from a proof is refused, in the trees of <see cref="Sizes"/>.
/// </summary>
public sealed class EveryProofTests
{
    private const int Largest = 300;
    private const int LargestRanged = 64;
    private const int RandomRanges = 40;

    private static readonly TreeHasher Hasher = TreeHasher.Sha256;
    private static readonly byte[][] Entries = NaiveTree.Entries(Largest);
    private static readonly MemoryTree Tree = NaiveTree.Tree(Largest);
    private static readonly Hash32[] Roots = [.. Enumerable.Range(0, Largest + 1).Select(n => new Hash32(NaiveTree.Root(Entries.AsSpan(0, n))))];

    [Fact]
    public void Every_root_is_the_one_of_the_recursion_however_it_is_come_by()
    {
        var range = new CompactRange(Hasher);
        for (var n = 0; n <= Largest; n++)
        {
            Assert.Equal(Roots[n], range.Root());
            Assert.Equal(Roots[n], ProofBuilder.Root(Tree, (ulong)n));
            Assert.Equal(Roots[n], new CompactRange(Tree, (ulong)n).Root());
            if (n < Largest)
                range.Append(Hasher.Leaf(Entries[n]));
        }
    }

    [Fact]
    public void Every_inclusion_path_is_the_one_of_the_recursion()
    {
        for (var n = 1; n <= Largest; n++)
        {
            for (var i = 0; i < n; i++)
            {
                var path = ProofBuilder.Inclusion(Tree, (ulong)i, (ulong)n);
                Assert.Equal(NaiveTree.Hashes(NaiveTree.Path(i, Entries.AsSpan(0, n))), path);
                Assert.True(Includes(i, n, path, Roots[n]));
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_is_the_one_of_the_recursion()
    {
        for (var n = 0; n <= Largest; n++)
        {
            for (var m = 0; m <= n; m++)
            {
                var proof = ProofBuilder.Consistency(Tree, (ulong)m, (ulong)n);
                Assert.Equal(NaiveTree.Hashes(NaiveTree.Proof(m, Entries.AsSpan(0, n))), proof);
                Assert.True(IsConsistent(m, n, proof));
            }
        }
    }

    [Fact]
    public void Every_range_proof_of_small_trees_is_the_one_of_the_recursion()
    {
        for (var n = 1; n <= LargestRanged; n++)
        {
            for (var begin = 0; begin < n; begin++)
            {
                for (var end = begin + 1; end <= n; end++)
                    IsOfTheRecursion(begin, end, n);
            }
        }
    }

    [Fact]
    public void Random_range_proofs_of_every_larger_tree_are_those_of_the_recursion()
    {
        var dice = new Random(9162);
        for (var n = LargestRanged + 1; n <= Largest; n++)
        {
            for (var i = 0; i < RandomRanges; i++)
            {
                var begin = dice.Next(n);
                IsOfTheRecursion(begin, dice.Next(begin, n) + 1, n);
            }
        }
    }

    // Sizes about powers of two, and all small ones: tampering costs several times what building does.
    public static TheoryData<int> Sizes() => [.. Enumerable.Range(1, 34), 63, 64, 65, 127, 129, 256, 300];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_one_step_away_from_an_inclusion_path_is_accepted(int n)
    {
        for (var i = 0; i < n; i++)
        {
            var path = ProofBuilder.Inclusion(Tree, (ulong)i, (ulong)n);
            Assert.DoesNotContain(Tampering.Of(path), p => Includes(i, n, p, Roots[n]));
            Assert.DoesNotContain(new[] { i - 1, i + 1, i ^ 1, n - 1 - i, n }.Where(j => j >= 0 && j != i), j => InclusionProof.Verify(Hasher, Hasher.Leaf(Entries[i]), (ulong)j, (ulong)n, path, Roots[n]));
            Assert.False(Includes(i, n, path, Roots[n - 1]));
            Assert.False(InclusionProof.Verify(Hasher, Hasher.Leaf([.. Entries[i], 0]), (ulong)i, (ulong)n, path, Roots[n]));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_one_step_away_from_a_consistency_proof_is_accepted(int n)
    {
        for (var m = 0; m <= n; m++)
        {
            var proof = ProofBuilder.Consistency(Tree, (ulong)m, (ulong)n);
            Assert.DoesNotContain(Tampering.Of(proof), p => IsConsistent(m, n, p));
            Assert.False(ConsistencyProof.Verify(Hasher, (ulong)m, Roots[m == 0 ? 1 : m - 1], (ulong)n, Roots[n], proof));
            Assert.Equal(m == 0, ConsistencyProof.Verify(Hasher, (ulong)m, Roots[m], (ulong)n, Roots[n - 1], proof));
            Assert.False(ConsistencyProof.Verify(Hasher, (ulong)n + 1, Roots[m], (ulong)n, Roots[n], proof));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_one_step_away_from_a_range_proof_is_accepted(int n)
    {
        for (var begin = 0; begin < n; begin += 1 + (n / 20))
        {
            for (var end = begin + 1; end <= n; end += 1 + (n / 15))
            {
                var proof = Range(begin, end, n);
                Assert.DoesNotContain(Tampering.Of(proof), p => HoldsRange(begin, end, n, p));
                Assert.False(end - begin > 1 && HoldsRange(begin, end - 1, n, proof));
                Assert.False(end < n && HoldsRange(begin, end + 1, n, proof));
            }
        }
    }

    private static void IsOfTheRecursion(int begin, int end, int size)
    {
        var proof = Range(begin, end, size);
        Assert.Equal(NaiveTree.Hashes(NaiveTree.Multi(Enumerable.Range(begin, end - begin).ToHashSet(), Entries.AsSpan(0, size))), proof);
        Assert.True(HoldsRange(begin, end, size, proof));
    }

    private static bool Includes(int index, int size, Hash32[] path, Hash32 root) =>
        InclusionProof.Verify(Hasher, Hasher.Leaf(Entries[index]), (ulong)index, (ulong)size, path, root);

    private static bool IsConsistent(int old, int size, Hash32[] proof) =>
        ConsistencyProof.Verify(Hasher, (ulong)old, Roots[old], (ulong)size, Roots[size], proof);

    private static Hash32[] Range(int begin, int end, int size) => ProofBuilder.Multi(Tree, Indices(begin, end), (ulong)size);

    private static bool HoldsRange(int begin, int end, int size, Hash32[] proof)
    {
        Hash32[] leaves = [.. Entries[begin..end].Select(e => Hasher.Leaf(e))];
        return MultiProof.TryComputeRoot(Hasher, (ulong)size, Indices(begin, end), leaves, proof, out var root) && root == Roots[size];
    }

    private static ulong[] Indices(int begin, int end) => [.. Enumerable.Range(begin, end - begin).Select(i => (ulong)i)];
}
