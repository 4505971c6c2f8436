using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Merkle;

namespace Edge.Ledger.Tests.Cose;

/// <summary>A small log with one key that issues receipts at any of its sizes.</summary>
internal sealed class ReceiptLog(NoteSigner key, int entries = 20)
{
    private readonly MemoryTree _tree = NaiveTree.Tree(entries);

    public ReceiptLog()
        : this(new TestKeys().Gateway)
    {
    }

    public NoteSigner Key { get; } = key;

    public VerifierKey Verifier => Key.Verifier;

    public byte[] Entry(ulong index) => NaiveTree.Entry((int)index);

    public Hash32 Root(ulong size) => ProofBuilder.Root(_tree, size);

    public SignedNote Checkpoint(ulong size) => new Checkpoint(Key.Name, size, Root(size)).Sign(Key);

    public InclusionReceipt Inclusion(ulong index, ulong size) =>
        InclusionReceipt.Issue(Key, Checkpoint(size), index, Entry(index), ProofBuilder.Inclusion(_tree, index, size));

    public ConsistencyReceipt Consistency(ulong oldSize, ulong size) =>
        ConsistencyReceipt.Issue(Key, Checkpoint(size), oldSize, Root(oldSize), ProofBuilder.Consistency(_tree, oldSize, size));

    public SignedEntry Signed(ulong index, ulong size) =>
        SignedEntry.Issue(Key, Checkpoint(size), index, Entry(index), ProofBuilder.Inclusion(_tree, index, size));
}
