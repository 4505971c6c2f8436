using Edge.Ledger.Merkle;
using Edge.Store.Segments;

namespace Edge.Store.Log;

/// <summary>
/// Asks before each call that writes whether someone else has written into the log's files through their own names (<c>cp older/* log/</c>, truncate), or damage was met
/// in the index: this writer would go on over bytes that it does not know. Then it leaves word of how far the log is, and opens it anew: what is lost is found, put aside and told as after any damage.
/// </summary>
internal sealed class WatchedLogStore : ILogStore
{
    /// <summary>A file system that changes a file's time by itself would have the log opened again for ever.</summary>
    private const int MostUnfounded = 3;

    private readonly Func<SegmentLogStore> _open;
    private readonly WriterLock _ownership;
    private SegmentLogStore? _store;
    private (ulong Size, Hash32[] Peaks) _left;
    private int _unfounded;

    /// <param name="open">Recovers the log and opens it; its damage goes into <paramref name="damage"/>.</param>
    /// <param name="ownership">What makes this process the writer; disposed last.</param>
    public WatchedLogStore(Func<SegmentLogStore> open, DamageList damage, WriterLock ownership)
    {
        (_open, Damage, _ownership) = (open, damage, ownership);
        _store = open();
        (Name, Hasher) = (_store.Name, _store.Hasher);
    }

    public string Name { get; }

    public TreeHasher Hasher { get; }

    public DamageList Damage { get; }

    public LogExtent Extent => Store.Extent;

    public StoreUsage Usage => Store.Usage;

    public ReadOnlySpan<Hash32> Peaks => Store.Peaks;

    public ulong? FirstCut => Store.FirstCut;

    private SegmentLogStore Store => _store ??= Open();

    public void Commit(in LogCommit commit) => Watched().Commit(commit);

    public void PutReceipt(ulong size, ReadOnlySpan<byte> receipt) => Watched().PutReceipt(size, receipt);

    public void PutState(string key, ReadOnlySpan<byte> value) => Watched().PutState(key, value);

    public void Evict(ulong belowIndex) => Watched().Evict(belowIndex);

    public void DamageIsLogged(int count) => Store.DamageIsLogged(count);

    public void Patrol() => Watched().Patrol();

    public bool TryReadBundle(ulong index, EntryBatch into, out ulong first) => Store.TryReadBundle(index, into, out first);

    public int ReadHashes(int level, ulong first, Span<Hash32> into) => Store.ReadHashes(level, first, into);

    public SizedPeaks? FindPeaks(ulong atMost) => Store.FindPeaks(atMost);

    public SizedRecord? FindCheckpoint(ulong atLeast) => Store.FindCheckpoint(atLeast);

    public SizedRecord? NewestCheckpoint() => Store.NewestCheckpoint();

    public SizedRecord? FindReceipt(ulong atLeast) => Store.FindReceipt(atLeast);

    public SizedRecord? NewestReceipt() => Store.NewestReceipt();

    public byte[]? FindBlock(in Hash32 hash) => Store.FindBlock(hash);

    public byte[]? ReadState(string key) => Store.ReadState(key);

    public void Dispose()
    {
        _store?.Dispose();
        _ownership.Dispose();
    }

    private SegmentLogStore Watched()
    {
        if (_unfounded < MostUnfounded && Store.MustBeOpenedAgain)
            OpenAgain();
        return Store;
    }

    private void OpenAgain()
    {
        var told = Damage.Count;
        _ownership.Keep();
        Store.LeaveEnd();
        _left = (Store.Size, Store.Peaks.ToArray());
        Store.Dispose();
        _store = null;
        _store = Open();
        _unfounded = Damage.Count == told ? _unfounded + 1 : 0;
    }

    private SegmentLogStore Open()
    {
        var opened = _open();
        if (opened.Size == _left.Size && opened.Peaks.SequenceEqual(_left.Peaks))
            return opened;
        opened.Dispose();
        throw new LogTakenException($"{Name}: another program wrote into its files, and what they say now does not continue what this gateway signed. It ends; start it again.");
    }
}
