using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>A receipt of inclusion (RFC 9942 section 5.2): an entry is in the log, at this place.</summary>
public sealed class InclusionReceipt : CoseReceipt
{
    internal InclusionReceipt(CoseSign1 sign1, ulong index, IReadOnlyList<Hash32> path)
        : base(sign1, path) => Index = index;

    /// <summary>The entry's place, below <see cref="CoseReceipt.TreeSize"/>.</summary>
    public ulong Index { get; }

    /// <param name="log">The log's own key.</param>
    /// <param name="checkpoint">A checkpoint signed with that key: no other root is ever signed.</param>
    /// <param name="path">The inclusion path of the entry in the checkpoint's tree (RFC 9162 section 2.1.3).</param>
    /// <exception cref="NotExpressibleException">A tree of one leaf has an empty path, for which RFC 9942 has no form; or the log's key or hash function is unknown to it.</exception>
    /// <exception cref="ArgumentException">The log has not signed the checkpoint, or the path does not lead from the entry to its root.</exception>
    /// <exception cref="MalformedException">The note is no checkpoint.</exception>
    public static InclusionReceipt Issue(NoteSigner log, SignedNote checkpoint, ulong index, ReadOnlySpan<byte> entry, ReadOnlySpan<Hash32> path)
    {
        var tree = Signed(log, checkpoint);
        if (tree.Size == 1)
            throw new NotExpressibleException("a log of one entry has an empty inclusion path, which a COSE receipt cannot express; wait for the next checkpoint");
        if (!InclusionProof.Verify(tree.Hasher, tree.Hasher.Leaf(entry), index, tree.Size, path, tree.Root))
            throw new ArgumentException($"The path does not lead from entry {index} to the checkpoint's root.", nameof(path));
        return new InclusionReceipt(Sign(log, tree, CoseLabel.InclusionProofs, tree.Size, index, path), index, path.ToArray());
    }

    /// <summary>Whether the path leads from the entry to a root that this key signed.</summary>
    /// <param name="root">The root, if so.</param>
    public bool Verify(VerifierKey log, ReadOnlySpan<byte> entry, out Hash32 root) =>
        InclusionProof.TryComputeRoot(TreeHasher.Sha256, TreeHasher.Sha256.Leaf(entry), Index, TreeSize, [.. Path], out root) && IsSignedBy(log, root);
}
