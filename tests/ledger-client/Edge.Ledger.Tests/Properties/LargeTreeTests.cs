using Edge.Ledger.Merkle;
using Edge.Ledger.Tests.Merkle;
using FsCheck;
using FsCheck.Fluent;

namespace Edge.Ledger.Tests.Properties;

/// <summary>Random proofs of random trees up to 2^20 leaves, against the recursion of the RFC.</summary>
public sealed class LargeTreeTests
{
    private const int Largest = 1 << 20;
    private const int Trees = 20;

    private static readonly byte[][] Entries = NaiveTree.Entries(Largest);
    private static readonly MemoryTree Tree = NaiveTree.Tree(Largest);

    // As many small trees as large ones: the exponent is what is chosen evenly.
    private static readonly Gen<int> Size = from bits in Gen.Choose(0, 20) from below in Gen.Choose(0, (1 << bits) - 1) select (1 << bits) - below / 2;

    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(Trees).WithReplay(6962, 9163);

    [Fact]
    public void Inclusion_paths_are_those_of_the_recursion() =>
        Prop.ForAll(
            (from size in Size from index in Gen.Choose(0, size - 1) select (size, index)).ToArbitrary(),
            c =>
            {
                var path = ProofBuilder.Inclusion(Tree, (ulong)c.index, (ulong)c.size);
                return path.SequenceEqual(NaiveTree.Hashes(NaiveTree.Path(c.index, Entries.AsSpan(0, c.size))))
                    && InclusionProof.Verify(Tree.Hasher, Tree.Node(0, (ulong)c.index), (ulong)c.index, (ulong)c.size, path, Root(c.size));
            }).Check(Seeded);

    [Fact]
    public void Consistency_proofs_are_those_of_the_recursion() =>
        Prop.ForAll(
            (from size in Size from old in Gen.Choose(0, size) select (size, old)).ToArbitrary(),
            c =>
            {
                var proof = ProofBuilder.Consistency(Tree, (ulong)c.old, (ulong)c.size);
                return proof.SequenceEqual(NaiveTree.Hashes(NaiveTree.Proof(c.old, Entries.AsSpan(0, c.size))))
                    && ConsistencyProof.Verify(Tree.Hasher, (ulong)c.old, Root(c.old), (ulong)c.size, Root(c.size), proof);
            }).Check(Seeded);

    [Fact]
    public void Multiproofs_of_scattered_leaves_are_those_of_the_recursion() =>
        Prop.ForAll(
            (from size in Size from indices in Gen.Choose(0, size - 1).NonEmptyListOf() select (size, indices: indices.Take(30).Distinct().Order().ToArray())).ToArbitrary(),
            c =>
            {
                ulong[] indices = [.. c.indices.Select(i => (ulong)i)];
                var proof = ProofBuilder.Multi(Tree, indices, (ulong)c.size);
                Hash32[] leaves = [.. indices.Select(i => Tree.Node(0, i))];
                return proof.SequenceEqual(NaiveTree.Hashes(NaiveTree.Multi(c.indices.ToHashSet(), Entries.AsSpan(0, c.size))))
                    && MultiProof.TryComputeRoot(Tree.Hasher, (ulong)c.size, indices, leaves, proof, out var root) && root == Root(c.size)
                    && !Tampering.Of(proof).Any(p => MultiProof.TryComputeRoot(Tree.Hasher, (ulong)c.size, indices, leaves, p, out var wrong) && wrong == root);
            }).Check(Seeded);

    [Fact]
    public void The_compact_range_of_any_prefix_gives_its_root() =>
        Prop.ForAll(Size.ToArbitrary(), size => new CompactRange(Tree, (ulong)size).Root() == new Hash32(NaiveTree.Root(Entries.AsSpan(0, size)))).Check(Seeded);

    private static Hash32 Root(int size) => ProofBuilder.Root(Tree, (ulong)size);
}
