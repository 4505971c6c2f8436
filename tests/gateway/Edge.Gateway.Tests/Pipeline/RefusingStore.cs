using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Log;

namespace Edge.Gateway.Tests.Pipeline;

/// <summary>The real store, behind a disk that refuses on demand: what no real disk does when a test wants it.</summary>
internal sealed class RefusingStore(ILogStore real) : ILogStore
{
    public enum Fault
    {
        None,

        /// <summary>Nothing is written.</summary>
        Refuses,

        /// <summary>A commit is durable, but its answer is an error.</summary>
        CommitsAndFails,

        /// <summary>States and receipts are written, groups of entries are not.</summary>
        RefusesGroups,

        /// <summary>All is written, but nothing goes.</summary>
        KeepsAll,
    }

    public Fault Now { get; set; }

    public int Commits { get; private set; }

    public string Name => real.Name;

    public TreeHasher Hasher => real.Hasher;

    public ReadOnlySpan<Hash32> Peaks => real.Peaks;

    public LogExtent Extent => real.Extent;

    /// <summary>What the disk says instead of the real one; null: the real one.</summary>
    public Func<LogExtent, StoreUsage>? Meter { get; set; }

    public StoreUsage Usage => Meter?.Invoke(Extent) ?? real.Usage;

    public DamageList Damage => real.Damage;

    public ulong? FirstCut => real.FirstCut;

    public void Commit(in LogCommit commit)
    {
        Commits++;
        Refuse();
        if (Now == Fault.RefusesGroups)
            throw new StoreException("the disk is full");
        real.Commit(commit);
        if (Now == Fault.CommitsAndFails)
            throw new StoreException("the answer was lost");
    }

    public void PutReceipt(ulong size, ReadOnlySpan<byte> receipt)
    {
        Refuse();
        real.PutReceipt(size, receipt);
    }

    public void PutState(string key, ReadOnlySpan<byte> value)
    {
        Refuse();
        real.PutState(key, value);
    }

    public void Patrol() => real.Patrol();

    public void DamageIsLogged(int count) => real.DamageIsLogged(count);

    public void Evict(ulong belowIndex)
    {
        Refuse();
        if (Now == Fault.KeepsAll)
            throw new StoreException("a part cannot be removed");
        real.Evict(belowIndex);
    }

    public bool TryReadBundle(ulong index, EntryBatch into, out ulong first) => real.TryReadBundle(index, into, out first);

    public int ReadHashes(int level, ulong first, Span<Hash32> into) => real.ReadHashes(level, first, into);

    public SizedPeaks? FindPeaks(ulong atMost) => real.FindPeaks(atMost);

    public SizedRecord? FindCheckpoint(ulong atLeast) => real.FindCheckpoint(atLeast);

    public SizedRecord? NewestCheckpoint() => real.NewestCheckpoint();

    public SizedRecord? FindReceipt(ulong atLeast) => real.FindReceipt(atLeast);

    public SizedRecord? NewestReceipt() => real.NewestReceipt();

    public byte[]? FindBlock(in Hash32 hash) => real.FindBlock(hash);

    public byte[]? ReadState(string key) => real.ReadState(key);

    public void Dispose() => real.Dispose();

    private void Refuse()
    {
        if (Now == Fault.Refuses)
            throw new StoreException("the disk is full");
    }
}
