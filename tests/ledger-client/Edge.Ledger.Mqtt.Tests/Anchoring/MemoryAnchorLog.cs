using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Mqtt.Tests.Anchoring;

/// <summary>A gateway's log in memory.</summary>
public sealed class MemoryAnchorLog(NoteSigner key) : IAnchorLog
{
    private readonly Lock _lock = new();
    private readonly MemoryTree _tree = new(TreeHasher.Sha256);

    public SignedNote? Newest { get; private set; }

    public ulong AnchoredSize { get; private set; }

    public ReadOnlyMemory<byte>? NewestBlock { get; private set; }

    public List<Receipt> Receipts { get; } = [];

    /// <summary>Appends entries and seals them.</summary>
    public SignedNote Seal(int entries, string kind = "reading")
    {
        lock (_lock)
        {
            for (var i = 0; i < entries; i++) _tree.Append(Encoding.UTF8.GetBytes($"{kind} {_tree.Size}"));
            return Newest = new Checkpoint(key.Name, _tree.Size, _tree.Root).Sign(key);
        }
    }

    public Hash32 RootAt(ulong size)
    {
        lock (_lock) return ProofBuilder.Root(_tree, size);
    }

    public IReadOnlyList<Hash32> Consistency(ulong oldSize, ulong size)
    {
        lock (_lock) return ProofBuilder.Consistency(_tree, oldSize, size);
    }

    public ValueTask StoreReceiptAsync(Receipt receipt, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Receipts.Add(receipt);
            AnchoredSize = receipt.Checkpoint.Size;
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask StoreBlockAsync(CityBlock block, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        lock (_lock) NewestBlock = bytes;
        return ValueTask.CompletedTask;
    }
}
