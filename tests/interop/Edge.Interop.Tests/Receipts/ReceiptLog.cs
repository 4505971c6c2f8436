using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Interop.Tests.Receipts;

/// <summary>A log of twenty entries, one byte each, with a key of its own.</summary>
internal sealed class ReceiptLog
{
    private readonly MemoryTree _tree = new(TreeHasher.Sha256);

    public ReceiptLog(NoteSigner key)
    {
        Key = key;
        for (byte n = 0; n < 20; n++)
            _tree.Append([n]);
    }

    public NoteSigner Key { get; }

    public Hash32 Root(ulong size) => ProofBuilder.Root(_tree, size);

    public Hash32[] InclusionPath(ulong index, ulong size) => ProofBuilder.Inclusion(_tree, index, size);

    public InclusionReceipt Inclusion(ulong index, ulong size) => InclusionReceipt.Issue(Key, Checkpoint(size), index, [(byte)index], InclusionPath(index, size));

    public ConsistencyReceipt Consistency(ulong oldSize, ulong size) =>
        ConsistencyReceipt.Issue(Key, Checkpoint(size), oldSize, Root(oldSize), ProofBuilder.Consistency(_tree, oldSize, size));

    public SignedEntry Signed(ulong index, ulong size) => SignedEntry.Issue(Key, Checkpoint(size), index, [(byte)index], InclusionPath(index, size));

    private SignedNote Checkpoint(ulong size) => new Checkpoint(Key.Name, size, Root(size)).Sign(Key);
}
