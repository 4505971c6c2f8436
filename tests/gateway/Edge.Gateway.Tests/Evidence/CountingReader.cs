using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Gateway.Tests.Evidence;

/// <summary>A log whose groups of entries are counted as they are read. What it reads stays its owner's.</summary>
internal sealed class CountingReader(ILogReader store) : ILogReader
{
    public int Bundles { get; private set; }

    public string Name => store.Name;

    public TreeHasher Hasher => store.Hasher;

    public LogExtent Extent => store.Extent;

    public StoreUsage Usage => store.Usage;

    public bool TryReadBundle(ulong index, EntryBatch into, out ulong first)
    {
        Bundles++;
        return store.TryReadBundle(index, into, out first);
    }

    public int ReadHashes(int level, ulong first, Span<Hash32> into) => store.ReadHashes(level, first, into);

    public SizedPeaks? FindPeaks(ulong atMost) => store.FindPeaks(atMost);

    public SizedRecord? FindCheckpoint(ulong atLeast) => store.FindCheckpoint(atLeast);

    public SizedRecord? NewestCheckpoint() => store.NewestCheckpoint();

    public SizedRecord? FindReceipt(ulong atLeast) => store.FindReceipt(atLeast);

    public SizedRecord? NewestReceipt() => store.NewestReceipt();

    public byte[]? FindBlock(in Hash32 hash) => store.FindBlock(hash);

    public byte[]? ReadState(string key) => store.ReadState(key);

    public void Dispose()
    {
    }
}
