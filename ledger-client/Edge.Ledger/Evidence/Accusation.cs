using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>Finds out whether two checkpoints contradict each other, and makes the file that proves it. Whose signatures count is for <see cref="EquivocationVerifier"/> to say.</summary>
public static class Accusation
{
    /// <param name="tree">A tree that holds at least as many entries as the larger checkpoint; needed when the sizes differ, and of use only if it has the larger one's root.</param>
    /// <param name="size">Entries in the tree.</param>
    /// <exception cref="MalformedException">A note is not a checkpoint.</exception>
    public static EquivocationFile? Between(SignedNote one, SignedNote other, INodeSource? tree, ulong size, out Reconciliation relation)
    {
        var (first, second) = (Checkpoint.Parse(one), Checkpoint.Parse(other));
        if (first.Size > second.Size || (first.Size == second.Size && first.Root.Bytes.SequenceCompareTo(second.Root.Bytes) > 0))
            (one, other, first, second) = (other, one, second, first);
        relation = Reconciliation.OtherLog;
        if (first.Origin != second.Origin)
            return null;
        if (first.Size == second.Size)
        {
            relation = first.Root == second.Root ? Reconciliation.Same : Reconciliation.Irreconcilable;
            return first.Root == second.Root ? null : new EquivocationFile(one, other, null, []);
        }

        relation = first.Size == 0 ? Reconciliation.Continued : Reconciliation.NotShown;
        if (first.Size == 0 || tree is null || size < second.Size || ProofBuilder.Root(tree, second.Size) != second.Root)
            return null;
        var prefix = ProofBuilder.Root(tree, first.Size);
        relation = prefix == first.Root ? Reconciliation.Continued : Reconciliation.Irreconcilable;
        return prefix == first.Root ? null : new EquivocationFile(one, other, prefix, ProofBuilder.Consistency(tree, first.Size, second.Size));
    }
}
