using System.Numerics;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Store.Segments;

/// <summary>
/// Goes through segments that the index does not have, and makes the tree's hashes over them again. Entries that are lost have their hashes in the
/// hash files; those count if with them the tree comes to peaks that a later frame or segment states.
/// </summary>
internal sealed class HashRecovery(HashFiles hashes, TreeHasher hasher, FrameReader frames)
{
    private readonly TileBatch _tiles = new();
    private readonly EntryBatch _entries = new();
    private readonly List<FramePlace> _stretch = [];
    private LogTail _tail = new(hasher, 0, []);
    private bool _hasHole;
    private bool _sawOthers;
    private Hash32[] _leaves = [];

    /// <summary>Whether it has anything to go on from.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Entries recovered so far, lost ones with known hashes included.</summary>
    public ulong Size => _tail.Size;

    /// <summary>Whether the tree comes from the entries themselves, or from hashes that peaks vouch for, since a segment's header.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether no other leaf hashes were stored than those of the newest entries: then those behind them are of entries too.</summary>
    public bool HashesAreOurs => !_sawOthers;

    /// <summary>Whether some were met whose hashes are lost: what comes after them is proved from what is stated behind them.</summary>
    public bool HasLost { get; private set; }

    /// <summary>The tree's peaks over them.</summary>
    public Hash32[] Peaks() => _tail.Peaks().ToArray();

    /// <summary>Begins from the hash files at a size.</summary>
    public void BeginAt(ulong size)
    {
        _tail = LogTail.Of(new StoredNodes(hashes, hasher), size);
        (HasBegun, IsWhole) = (true, false);
    }

    /// <summary>Forgets what it has, to go through segments from an earlier one on.</summary>
    public void BeginAnew() => HasBegun = false;

    /// <summary>The root that the hash files give, unchecked.</summary>
    public Hash32 StoredRoot(ulong size) => LogTail.Of(new StoredNodes(hashes, hasher), size).Root();

    /// <summary>Whether a segment cannot follow: it begins before what is held ends, or its tree is another one.</summary>
    public bool Contradicts(SegmentHeader header)
    {
        var mine = _tail.Peaks();
        if (!HasBegun || header.First < Size)
            return HasBegun;
        // From the left, both trees have the same subtrees as long as the sizes have the same bits.
        var same = BitOperations.LeadingZeroCount(header.First ^ Size);
        var common = BitOperations.PopCount(same == 64 ? Size : Size >> (64 - same) << (64 - same));
        return !mine[..common].SequenceEqual(header.Peaks.AsSpan(0, common));
    }

    public void Replay(Segment segment)
    {
        if (segment.Header is { } header)
            Meet(header.First, header.Peaks);
        else if (!HasBegun)
            BeginAt(segment.Contents.First);
        var all = segment.Contents.Frames;
        for (var i = 0; i < all.Count; i++)
        {
            _hasHole |= all[i].First > (_stretch.Count > 0 ? _stretch[^1].End : Size);
            _stretch.Add(all[i]);
            frames.TryRead(segment, all[i].Offset, long.MaxValue);
            var stated = MemoryMarshal.Cast<byte, Hash32>(frames.Peaks());
            if (!_hasHole || i == all.Count - 1 || stated.Length == BitOperations.PopCount(all[i].End))
                Resolve(segment, stated.ToArray());
        }
    }

    /// <summary>Takes lost entries at the end by their hashes, if with them the tree has a root that was signed.</summary>
    public bool TryExtend(ulong size, in Hash32 root)
    {
        var tail = Copy();
        FillTo(tail, size);
        if (tail.Size != size || tail.Root() != root)
            return false;
        TakeAsStored(size);
        return true;
    }

    /// <summary>Takes lost entries at the end by their hashes, whatever those are: nobody has signed them.</summary>
    public void TakeAsStored(ulong size)
    {
        FillTo(_tail, size);
        hashes.Repair(_tiles, leavesOnly: false);
    }

    /// <summary>A later segment states its size and peaks: what lies between is lost.</summary>
    private void Meet(ulong size, Hash32[] peaks)
    {
        if (HasBegun && size > Size)
        {
            var tail = Copy();
            FillTo(tail, size);
            if (tail.Peaks().SequenceEqual(peaks))
            {
                TakeAsStored(size);
                return;
            }
        }

        IsWhole = !HasBegun || (IsWhole && size == Size && _tail.Peaks().SequenceEqual(peaks));
        _tail = new LogTail(hasher, size, peaks);
        HasBegun = true;
    }

    private void Resolve(Segment segment, Hash32[] stated)
    {
        var isKnown = true;
        if (_hasHole && stated.Length > 0)
        {
            var trial = Copy();
            Run(segment, trial, null);
            isKnown = trial.Peaks().SequenceEqual(stated);
        }

        Run(segment, _tail, isKnown);
        if (!isKnown)
            (_tail, IsWhole, HasLost) = (new LogTail(hasher, _stretch[^1].End, stated), false, true);
        _stretch.Clear();
        _hasHole = false;
    }

    private void Run(Segment segment, LogTail tail, bool? write)
    {
        foreach (var place in _stretch)
        {
            FillTo(tail, place.First);
            if (write is { } all)
                hashes.Repair(_tiles, leavesOnly: !all);
            frames.TryRead(segment, place.Offset, long.MaxValue);
            frames.TryLoad(_entries);
            Append(tail, Leaves(_entries));
            if (write is { } known)
                _sawOthers = !hashes.Repair(_tiles, leavesOnly: !known);
        }
    }

    private Span<Hash32> Leaves(EntryBatch entries)
    {
        if (_leaves.Length < entries.Count)
            _leaves = new Hash32[entries.Count];
        var leaves = _leaves.AsSpan(0, entries.Count);
        hasher.Leaves(entries.Bundle, leaves);
        return leaves;
    }

    /// <summary>Appends the hashes of lost entries as they are stored.</summary>
    private void FillTo(LogTail tail, ulong size)
    {
        _tiles.Clear();
        var stored = new Hash32[TileBatch.Width];
        while (tail.Size < size)
        {
            var some = stored.AsSpan(0, (int)Math.Min((ulong)stored.Length, size - tail.Size));
            some.Clear();
            hashes.Read(0, tail.Size, some);
            tail.Append(some, _tiles);
        }
    }

    private void Append(LogTail tail, ReadOnlySpan<Hash32> leaves)
    {
        _tiles.Clear();
        tail.Append(leaves, _tiles);
    }

    private LogTail Copy() => new(hasher, _tail.Size, _tail.Peaks());
}
