using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Reads a log's folder beside its writer: what is closed through the index, what is newer from the segments themselves, where each call looks for more.</summary>
internal class SegmentLogReader : ILogReader
{
    private readonly SegmentScan _scan;
    private readonly StatedPeaks _stated;
    private Segment? _closed;
    private IndexedSegment? _closedRow, _oldest;

    public SegmentLogReader(LogPaths paths)
        : this(paths, OpenIndex(paths), new HashFiles(paths, write: false), new RecentSegments())
    {
        try
        {
            Load();
            var named = (Recent.All.Select(s => s.Header).FirstOrDefault(h => h is not null) ?? ClosedHeader())?.TreeHash;
            Hasher = TreeHashes.Named(named ?? TreeHasher.Sha256.Name, Name);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    protected SegmentLogReader(LogPaths paths, LogIndex? index, HashFiles hashes, RecentSegments recent)
    {
        Paths = paths;
        Index = index;
        Hashes = hashes;
        Recent = recent;
        _scan = new SegmentScan(Frames);
        _stated = new StatedPeaks(paths, recent, Frames);
    }

    public string Name => Paths.Folder;

    public TreeHasher Hasher { get; protected init; } = TreeHasher.Sha256;

    public LogExtent Extent
    {
        get
        {
            LookForMore();
            return new LogExtent(Oldest(), Size);
        }
    }

    /// <summary>Entries appended so far, as far as was looked.</summary>
    public ulong Size => Recent.Last!.Contents.Next;

    public StoreUsage Usage => FolderUsage.Of(Paths);

    protected LogPaths Paths { get; }

    /// <summary>Null while there is none to read.</summary>
    protected LogIndex? Index { get; set; }

    protected HashFiles Hashes { get; }

    protected RecentSegments Recent { get; }

    protected FrameReader Frames { get; } = new();

    /// <summary>What was evicted before it went because it was told to.</summary>
    protected virtual KeptFrom Kept => Recent.Last!.Contents.Kept;

    public bool TryReadBundle(ulong index, EntryBatch into, out ulong first)
    {
        LookForMore();
        into.Clear();
        first = 0;
        if (index >= Size)
            return false;
        if (Recent.Find(index) is var (recent, frame))
            return Load(recent, frame, into, out first);
        if (RowOf(index) is { } row && row.Find(index) is { } place && OpenClosed(row) is { } closed)
            return Load(closed, place, into, out first);
        return index < Oldest() ? false : throw Lost(index);
    }

    public int ReadHashes(int level, ulong first, Span<Hash32> into) => Hashes.Read(level, first, into);

    public virtual SizedPeaks? FindPeaks(ulong atMost)
    {
        LookForMore();
        return _stated.AtMost(atMost, Index);
    }

    public SizedRecord? FindCheckpoint(ulong atLeast)
    {
        LookForMore();
        return Ask(i => i.FindCheckpoint(atLeast)) is { } closed ? closed : Recent.CheckpointAtLeast(atLeast);
    }

    public SizedRecord? NewestCheckpoint()
    {
        LookForMore();
        return Recent.NewestCheckpoint() is { } recent ? recent : Ask(i => i.NewestCheckpoint());
    }

    public SizedRecord? FindReceipt(ulong atLeast)
    {
        LookForMore();
        var (recent, closed) = (Recent.ReceiptAtLeast(atLeast), Ask(i => i.FindReceipt(atLeast)));
        return recent is null || closed?.Size < recent.Value.Size ? closed : recent;
    }

    public SizedRecord? NewestReceipt()
    {
        LookForMore();
        var (recent, closed) = (Recent.NewestReceipt(), Ask(i => i.NewestReceipt()));
        return recent is null || closed?.Size > recent.Value.Size ? closed : recent;
    }

    public byte[]? FindBlock(in Hash32 hash)
    {
        LookForMore();
        var wanted = hash;
        return Recent.Block(wanted) ?? Ask(i => i.FindBlock(wanted));
    }

    public byte[]? ReadState(string key)
    {
        LookForMore();
        return Recent.State(key) ?? Ask(i => i.ReadState(key));
    }

    public virtual void Dispose()
    {
        _closed?.Dispose();
        Recent.Dispose();
        Hashes.Dispose();
        Index?.Dispose();
    }

    /// <summary>Takes up what the writer has added since.</summary>
    protected virtual void LookForMore()
    {
        if (Recent.Last is not { IsInPlace: true })
            Load();
        else
            ReadOn(toNewer: true);
    }

    /// <summary>Index of the oldest entry held.</summary>
    protected virtual ulong Oldest()
    {
        var kept = Kept.Number;
        if (_oldest is null || _oldest.Number < kept || !File.Exists(Paths.Segment(_oldest.Number)))
            _oldest = Ask(i => i.SegmentFrom(kept));
        return _oldest?.First ?? Recent.All[0].Contents.First;
    }

    private static LogIndex? OpenIndex(LogPaths paths)
    {
        if (!File.Exists(paths.Index) || FileIdentity.IsSpecial(paths.Index))
            return null;
        IndexOwner.Require(paths.Index);
        return LogIndex.OpenToRead(paths.Index);
    }

    private void Load()
    {
        Recent.Clear();
        var closed = NewestClosed();
        foreach (var number in Paths.Segments().Where(n => n > closed))
            Take(number, []);
        if (Recent.Last is null)
            throw new StoreException($"{Name} holds no log, or its newest segment was removed. Name the log's folder.");
    }

    private void Take(uint number, List<DamagedBytes>? damaged)
    {
        if (Segment.TryOpen(Paths, number, write: false) is not { } segment)
            return;
        segment.Suppose(Recent.Last?.Contents.Next ?? Ask(i => i.SegmentFrom(i.NewestSegment()))?.Next ?? 0);
        if (segment.Header is { PreviousEnd: var end } && Recent.Last is { } last && last.Number + 1 == number && last.End != end)
        {
            if (last.End > end)
                last.Forget();
            _scan.Run(last, end, []);
        }

        Recent.Add(segment);
        _scan.Run(segment, segment.Measure(), damaged);
    }

    private void ReadOn(bool toNewer)
    {
        _scan.Run(Recent.Last!, Recent.Last!.Measure());
        for (var number = Recent.Last.Number + 1; toNewer && File.Exists(Paths.Segment(number)); number++)
        {
            Take(number, null);
            KeepIndex();
            while (Recent.All.Count > 2 && NewestClosed() >= Recent.All[0].Number)
                Recent.Drop(Recent.All[0]);
        }
    }

    /// <summary>The writer makes its index again when someone takes it away; a reader's then leads to a file that gets nothing more.</summary>
    private void KeepIndex()
    {
        if (Index?.IsInPlace == false)
            OpenIndexAgain();
    }

    private uint NewestClosed() => Ask(i => (uint?)i.NewestSegment()) ?? 0;

    /// <summary>Asks the index, and once more each time that a writer came meanwhile to one that was read as a file at rest.</summary>
    private T? Ask<T>(Func<LogIndex, T?> ask)
    {
        while (Index is { } index)
        {
            try
            {
                var answer = ask(index);
                if (index.IsAsFound)
                    return answer;
            }
            catch (StoreException) when (!index.IsAsFound)
            {
                // Half of what it read was there before that.
            }

            OpenIndexAgain();
        }

        return default;
    }

    private void OpenIndexAgain()
    {
        var again = OpenIndex(Paths);
        Index?.Dispose();
        Index = again;
    }

    private bool Load(Segment segment, FramePlace place, EntryBatch into, out ulong first)
    {
        first = place.First;
        if (Frames.TryRead(segment, place.Offset, long.MaxValue) && Frames.Head.First == place.First && Frames.Head.Count == place.Count && Frames.TryLoad(into))
            return true;
        throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture,
            $"{segment.Path}: the entries {place.First} to {place.End - 1} {(segment.UnreadableEnd > place.Offset ? "cannot be read from the device" : "are not what was written")} (the frame at byte {place.Offset} is damaged)."), place.First) { Next = place.End };
    }

    /// <summary>A closed segment that is open and in its place is as its row said: the row, which lists its frames, is not read again for each of them.</summary>
    private IndexedSegment? RowOf(ulong index) =>
        _closedRow is { } known && index >= known.First && index < known.Next && _closed is { IsInPlace: true } ? known : Ask(i => i.SegmentOf(index));

    private Segment? OpenClosed(IndexedSegment row)
    {
        if (_closedRow?.Number == row.Number && _closed is { } open && open.IsInPlace)
            return open;
        _closed?.Dispose();
        (_closed, _closedRow) = (null, row);
        return File.Exists(Paths.Segment(row.Number)) ? _closed = Segment.TryOpen(Paths, row.Number, write: false) : null;
    }

    private SegmentHeader? ClosedHeader() => Paths.Segments() is [var oldest, ..] ? Segment.TryOpen(Paths, oldest, write: false)?.Header : null;

    private LogDamagedException Lost(ulong index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Name}: entry {index} is lost: its bytes were damaged, or its segment was removed."), index) { Next = NextHeld(index) };

    private ulong NextHeld(ulong index) => Index?.SegmentOf(index) is { } row
        ? row.Frames().Select(f => f.Place.First).FirstOrDefault(first => first > index, row.Next)
        : Recent.All.SelectMany(s => s.Contents.Frames).Select(f => f.First).FirstOrDefault(first => first > index, Size);
}
