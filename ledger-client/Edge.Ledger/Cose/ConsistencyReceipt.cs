using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Cose;

/// <summary>A receipt of consistency (RFC 9942 section 5.3): the log has only grown since an earlier size.</summary>
public sealed class ConsistencyReceipt : CoseReceipt
{
    internal ConsistencyReceipt(CoseSign1 sign1, ulong oldSize, IReadOnlyList<Hash32> path)
        : base(sign1, path) => OldSize = oldSize;

    /// <summary>The earlier size: at least 1 and below <see cref="CoseReceipt.TreeSize"/>.</summary>
    public ulong OldSize { get; }

    /// <param name="log">The log's own key.</param>
    /// <param name="checkpoint">A checkpoint signed with that key: no other root is ever signed.</param>
    /// <param name="path">The consistency path between both trees (RFC 9162 section 2.1.4).</param>
    /// <exception cref="NotExpressibleException">From size 0, or between equal sizes, the path is empty, for which RFC 9942 has no form; or the log's key or hash function is unknown to it.</exception>
    /// <exception cref="ArgumentException">The log has not signed the checkpoint, or the path does not join both roots.</exception>
    /// <exception cref="MalformedException">The note is no checkpoint.</exception>
    public static ConsistencyReceipt Issue(NoteSigner log, SignedNote checkpoint, ulong oldSize, in Hash32 oldRoot, ReadOnlySpan<Hash32> path)
    {
        var tree = Signed(log, checkpoint);
        if (oldSize == 0 || oldSize == tree.Size)
            throw new NotExpressibleException($"from size {oldSize} to {tree.Size} the consistency path is empty, which a COSE receipt cannot express");
        if (!ConsistencyProof.Verify(tree.Hasher, oldSize, oldRoot, tree.Size, tree.Root, path))
            throw new ArgumentException($"The path does not join the roots at sizes {oldSize} and {tree.Size}.", nameof(path));
        return new ConsistencyReceipt(Sign(log, tree, CoseLabel.ConsistencyProofs, oldSize, tree.Size, path), oldSize, path.ToArray());
    }

    /// <summary>Whether the path leads from the earlier root to a root that this key signed.</summary>
    /// <param name="oldRoot">The root at <see cref="OldSize"/>, known from elsewhere.</param>
    /// <param name="root">The later root, if so.</param>
    public bool Verify(VerifierKey log, in Hash32 oldRoot, out Hash32 root) =>
        ConsistencyProof.TryComputeRoot(TreeHasher.Sha256, OldSize, oldRoot, TreeSize, [.. Path], out root) && IsSignedBy(log, root);
}
