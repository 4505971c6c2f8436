using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Writes a log's folder.</summary>
/// <remarks>
/// A commit: the hashes that its entries add (pwrite64, not synced), then its frame, by <see cref="SegmentWriter.Append"/>, then the log's size and, if it
/// is sealed, the checkpoint once more (<see cref="SealedFile"/>, not synced). A crash after the first leaves hashes beyond the log's end.
/// When the segment is full, before the frame: the hashes are synced, the next segment is made, and the closed one's rows go into the index; a crash between any
/// two of these leaves a segment that the next open scans again.
/// </remarks>
internal sealed class SegmentLogStore : SegmentLogReader, ILogStore
{
    private readonly SegmentWriter _writer;
    private readonly SealedFile _sealed;
    private readonly FilesInPlace _inPlace;
    private readonly FrameBuilder _frame = new();
    private readonly BundleCodec _codec = new();
    private readonly Hash32[] _peaks = new Hash32[CompactRange.MaxLevels];
    private readonly UntoldDamage _untold;
    private readonly FoundDamage _found;
    private readonly SegmentPatrol _patrol;
    private readonly HashPatrol _hashPatrol;
    private KeptFrom _kept;
    private uint _patrolled;
    private bool _failed;

    /// <param name="opened">What recovery made of the folder.</param>
    /// <param name="ownership">What makes this process the writer.</param>
    /// <param name="damage">Gets what recovery and this writer find.</param>
    public SegmentLogStore(OpenedLog opened, SegmentOptions options, WriterLock ownership, DamageList damage)
        : base(opened.Paths, opened.Index, opened.Hashes, opened.Recent)
    {
        Hasher = opened.Hasher;
        Damage = damage;
        foreach (var found in opened.Damage.Except(damage).ToList())
            damage.Add(found);
        _writer = new SegmentWriter(opened.Paths, options);
        _sealed = opened.Sealed;
        Hashes.Hold();
        _inPlace = new FilesInPlace(opened.Paths, ownership, Hashes, _sealed, Damage);
        _untold = opened.Untold;
        _found = new FoundDamage(new QuarantineFolder(opened.Paths), _untold);
        _patrol = new SegmentPatrol(opened.Paths, new FrameReader(), _found);
        _hashPatrol = new HashPatrol(this, opened.Paths, Hashes, _found);
        _failed = !opened.GoesOn;
        if (opened.Resealed is { } signed)
            Commit(new LogCommit { FirstIndex = Size, Entries = new EntryBatch(), Tiles = new TileBatch(), Peaks = signed.Peaks, Checkpoint = signed.Note.Bytes });
        opened.Peaks.CopyTo(_peaks.AsSpan());
        if (Size < opened.Size)
            BeginSegment(opened.Size);
    }

    public DamageList Damage { get; }

    public ReadOnlySpan<Hash32> Peaks => _peaks.AsSpan(0, BitOperations.PopCount(Size));

    public override SizedPeaks? FindPeaks(ulong atMost) => atMost >= Size ? new SizedPeaks(Size, Peaks.ToArray()) : base.FindPeaks(atMost);

    public ulong? FirstCut => Index!.SegmentFrom(Kept.Number)?.Next;

    /// <summary>Whether someone else has written into the files that this writer writes, or its index was found damaged.</summary>
    public bool MustBeOpenedAgain => Index!.IsDamaged || Recent.Last!.IsWrittenByOthers || _inPlace.AreWrittenByOthers(Index);

    /// <summary>Leaves a word of how far the log is, by which an open goes on whatever has become of the newest segment: the header of the next one, and what was signed.</summary>
    /// <exception cref="StoreException">The folder does not take it.</exception>
    public void LeaveEnd()
    {
        _sealed.WriteAgain(Size);
        Recent.Add(NextSegment(Size));
        PutEmptyIndexAside();
    }

    /// <summary>Readers in this process hold what was a database: they would keep it from becoming one again.</summary>
    private void PutEmptyIndexAside()
    {
        if (new FileInfo(Paths.Index) is not { Exists: true, Length: 0 })
            return;
        var kept = new QuarantineFolder(Paths).Move(Paths.Index, "-wal", "-shm");
        var emptied = new StoreDamage(0, 0, $"{Paths.Index} was emptied while the gateway writes the log. It is made again from the segments.", kept);
        _untold.TryKeep(emptied);
        Damage.Add(emptied);
    }

    public void Commit(in LogCommit commit)
    {
        if (commit.FirstIndex != Size)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Name}: a group beginning at {commit.FirstIndex} cannot follow {Size} entries."));
        if (!commit.Checkpoint.IsEmpty && IsAnnounced(commit.Size, commit.Checkpoint) && commit.Entries.Count == 0)
            return;
        Index = _inPlace.Keep(Index!);
        Build(commit);
        try
        {
            Hashes.Write(commit.Tiles);
            Append();
        }
        catch
        {
            Hashes.Trim(Size);
            throw;
        }

        commit.Peaks.CopyTo(_peaks);
        _sealed.Committed(commit.Size);
        if (!commit.Checkpoint.IsEmpty)
            _sealed.Write(commit.Size, commit.Checkpoint);
    }

    public void PutReceipt(ulong size, ReadOnlySpan<byte> receipt)
    {
        Span<byte> key = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(key, size);
        Put(RecordType.Receipt, key, receipt);
    }

    public void PutState(string key, ReadOnlySpan<byte> value)
    {
        var name = new byte[sizeof(ushort) + Encoding.UTF8.GetByteCount(key)];
        BinaryPrimitives.WriteUInt16LittleEndian(name, checked((ushort)(name.Length - sizeof(ushort))));
        Encoding.UTF8.GetBytes(key, name.AsSpan(sizeof(ushort)));
        Put(RecordType.State, name, value);
    }

    public void Evict(ulong belowIndex)
    {
        KeptFrom kept = default;
        Index = _inPlace.Keep(Index!);
        for (var row = Index.SegmentFrom(0); row?.Next <= belowIndex; row = Index.SegmentFrom(row.Number + 1))
            kept = new KeptFrom(row.Number + 1, row.Next);
        if (kept.Number == 0)
            return;
        SyncWhatStays();
        if (kept.Number > Kept.Number)
            Note(kept);
        for (var row = Index.SegmentFrom(0); row?.Number < kept.Number; row = Index.SegmentFrom(row.Number + 1))
            Remove(Paths.Segment(row.Number));
        TryIndex(rows => rows.RemoveSegments(kept.Number));
    }

    public void Patrol()
    {
        var row = Index!.SegmentFrom(Math.Max(_patrolled + 1, Kept.Number));
        _patrolled = row?.Number ?? 0;
        try
        {
            if (row is not null)
                _patrol.Look(row);
            _hashPatrol.LookOn();
        }
        finally
        {
            foreach (var found in _found.All.Except(Damage).ToList())
                Damage.Add(found);
            _found.All.Clear();
        }
    }

    public void DamageIsLogged(int count) => _untold.Settle([.. Damage.Skip(count)]);

    public override void Dispose()
    {
        base.Dispose();
        _sealed.Dispose();
    }

    protected override KeptFrom Kept => _kept.Or(base.Kept);

    /// <summary>There is no other writer.</summary>
    protected override void LookForMore()
    {
    }

    /// <summary>Says what goes, in a frame; when the segment takes no more, the header of the next one says it.</summary>
    private void Note(KeptFrom kept)
    {
        _kept = kept;
        if (_failed)
            return;
        Span<byte> bytes = stackalloc byte[KeptFrom.Length];
        kept.Write(bytes);
        _frame.Begin(Size, 0);
        _frame.Add(RecordType.Kept, bytes);
        try
        {
            AppendHere();
        }
        catch (StoreException)
        {
            // A full disk does not keep anything from going.
        }
    }

    private void Put(RecordType type, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Index = _inPlace.Keep(Index!);
        _frame.Begin(Size, 0);
        _frame.Add(type, key, value);
        Append();
    }

    private void Build(in LogCommit commit)
    {
        _frame.Begin(commit.FirstIndex, commit.Entries.Count);
        if (commit.Entries.Count > 0)
            _frame.EndRecord(_codec.Encode(commit.Entries, _frame.BeginRecord(RecordType.Entries, BundleCodec.MaxLength(commit.Entries))));
        if (!commit.Block.IsEmpty)
            _frame.Add(RecordType.Block, commit.BlockHash.Bytes, commit.Block);
        if (commit.Checkpoint.IsEmpty)
            return;
        _frame.Add(RecordType.Checkpoint, commit.Checkpoint);
        _frame.Add(RecordType.Peaks, MemoryMarshal.AsBytes(commit.Peaks));
    }

    private void SyncWhatStays()
    {
        Hashes.Sync();
        Index!.Sync();
    }

    private bool IsAnnounced(ulong size, ReadOnlySpan<byte> note)
    {
        if (FindCheckpoint(size) is not { } known || known.Size != size)
            return false;
        return note.SequenceEqual(known.Bytes)
            ? true
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Name}: another checkpoint over {size} entries was already announced; it is never replaced."));
    }

    private void Append()
    {
        if (_failed || !_writer.HasRoom(Recent.Last!))
            BeginSegment(Size);
        AppendHere();
    }

    private void AppendHere()
    {
        var segment = Recent.Last!;
        SegmentWriter.KeepInPlace(segment);
        var frame = _frame.End(segment.Number, segment.End);
        try
        {
            _writer.Append(segment, frame);
        }
        catch
        {
            _failed = true;
            throw;
        }

        FrameHead.TryRead(frame, out var head);
        segment.Contents.Add(head, frame);
        segment.End += (uint)frame.Length;
    }

    /// <param name="size">The log's size when it begins.</param>
    private void BeginSegment(ulong size)
    {
        Hashes.Sync();
        var last = Recent.Last!;
        var next = NextSegment(size);
        Recent.Add(next);
        if (next.Number == last.Number)
            Recent.Drop(last);
        _failed = false;
        if (!TryIndex(CatchUp))
            return;
        while (Recent.All.Count > 1)
            Recent.Drop(Recent.All[0]);
    }

    /// <summary>Makes the segment that follows the newest one, or that one again if nothing is in it.</summary>
    private Segment NextSegment(ulong size)
    {
        var last = Recent.Last!;
        return _writer.Begin(last.Contents.IsEmpty && last.Header is { } unused && unused.First == size
            ? unused with { Kept = Kept }
            : new SegmentHeader(last.Number + 1, last.End, size, Hasher.Name, _peaks[..BitOperations.PopCount(size)], Kept));
    }

    /// <summary>Gives the closed segments to the index; when it cannot take them, they are tried again with the next one.</summary>
    private void CatchUp(LogIndexWriter rows)
    {
        for (var i = 0; i < Recent.All.Count - 1; i++)
            rows.Add(Recent.All[i]);
    }

    private bool TryIndex(Action<LogIndexWriter> write)
    {
        try
        {
            Index!.Write(write);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, path);
        }
    }
}
