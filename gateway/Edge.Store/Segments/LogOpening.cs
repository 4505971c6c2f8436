using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>
/// Opens a log's folder for writing. What the index does not have is scanned, as a reader does it; damaged bytes are put aside, and the log goes on with all that
/// is whole. A frame that was torn at the end was never acknowledged: it stays where it is, and the next segment's header says that it does not count.
/// What the device does not give is damage as well, unless it gives no segment at all: then nothing is touched.
/// </summary>
internal sealed class LogOpening : IDisposable
{
    private readonly LogPaths _paths;
    private readonly SegmentOptions _options;
    private readonly VerifierKey? _signer;
    private readonly UntoldDamage _untold;
    private readonly FoundDamage _damage;
    private readonly QuarantineFolder _quarantine;
    private readonly MissingSegments _missing;
    private readonly FrameReader _frames = new();
    private readonly SegmentScan _scan;
    private readonly OwnLog _own;
    private readonly RecentSegments _recent = new();
    private readonly HashFiles _hashes;
    private LogIndex? _index;
    private SignedEnd? _end;
    private KeptFrom _kept;
    private (uint Number, uint Bytes, ulong Next)? _before;

    /// <param name="signer">Who signs this log; null: whoever signed counts.</param>
    /// <param name="found">What was found before.</param>
    public LogOpening(LogPaths paths, SegmentOptions options, VerifierKey? signer, IEnumerable<StoreDamage> found)
    {
        _paths = paths;
        _options = options;
        _quarantine = new QuarantineFolder(paths);
        _untold = new UntoldDamage(paths);
        _damage = new FoundDamage(_quarantine, _untold);
        _missing = new MissingSegments(paths, _quarantine, _untold, _damage.All);
        _damage.All.AddRange(found.Union(_untold.Read()));
        _signer = signer;
        _scan = new SegmentScan(_frames);
        _own = new OwnLog(paths, _scan, signer);
        _hashes = new HashFiles(paths, write: true);
    }

    /// <param name="hasher">For a new log.</param>
    /// <exception cref="StoreException">The folder cannot be used.</exception>
    /// <exception cref="OtherStackException">Its index is the other stack's; nothing was touched.</exception>
    /// <exception cref="StoreUnavailableException">Not now.</exception>
    public OpenedLog Open(TreeHasher hasher)
    {
        IndexOwner.Require(_paths.Index);
        var numbers = _paths.Segments();
        var named = SegmentJudge.Hasher(_paths, numbers);
        UnreadableFiles.SetAside(_paths, _quarantine, _damage.All);
        _index = IndexOpening.Open(_paths, _quarantine, _damage.All, _options.IndexCheck, mustBeThere: numbers.Count > 0, out var anew);
        _end = new SignedEnd(_paths, _hashes, _quarantine, _damage, _signer);
        _own.Require(_index.NewestCheckpoint(), _end.Newest, numbers);
        if (_own.IsAnothers(_index, _end.Newest, numbers))
            (_index, anew) = (IndexOpening.PutAside(_index, _paths, _quarantine, _damage.All), true);
        var closed = _index.SegmentFrom(_index.NewestSegment());
        if (numbers.Count == 0 && closed is null && _end.Newest is null)
            return Begin(hasher);
        var tree = SegmentJudge.Hasher(_paths, [.. numbers.Where(n => n <= closed?.Number)]) ?? named ?? hasher;
        var recovery = new HashRecovery(_hashes, tree, _frames);
        var replay = new ClosedReplay(_paths, _index, _scan, recovery, _missing);
        TakeClosed(closed, recovery, replay, anew);
        RequireOwnName(recovery);
        var judge = new SegmentJudge(tree, _own, recovery, replay);
        foreach (var number in new StraySegments(_paths, _scan, _quarantine, _damage.All).SetAside(numbers, closed?.Number ?? 0))
            Take(number, recovery, judge);
        var opened = GoOn(recovery, tree, closed?.Next ?? 0);
        _missing.Tell(_index, _kept);
        new SegmentPatrol(_paths, _frames, _damage).LookAtNewest(_index.NewestSegment(), number => number >= _kept.Number && _index.SegmentFrom(number) is { } row && row.Number == number ? row : null);
        IndexLoss.Tell(_index, _paths, closed?.Number ?? 0, _kept, _damage.All);
        _untold.TryKeep(_damage.All);
        return opened;
    }

    /// <summary>Gives back what was opened, when it was not taken over.</summary>
    public void Dispose()
    {
        _recent.Dispose();
        _hashes.Dispose();
        _end?.Dispose();
        _index?.Dispose();
    }

    private OpenedLog Begin(TreeHasher hasher)
    {
        _recent.Add(new SegmentWriter(_paths, _options).Begin(new SegmentHeader(1, 0, 0, hasher.Name, [], default)));
        return new OpenedLog(_paths, _index!, _hashes, _recent, _end!.File, hasher, 0, [], GoesOn: true, _damage.All, _untold);
    }

    private void TakeClosed(IndexedSegment? newest, HashRecovery recovery, ClosedReplay replay, bool anew)
    {
        _before = newest is null ? (anew ? (0, 0, 0) : null) : (newest.Number, newest.Bytes, newest.Next);
        if (newest is null)
            return;
        if (_damage.TellCut(_hashes.Short(newest.Next)))
            replay.Run();
        if (!recovery.HasBegun)
            recovery.BeginAt(newest.Next);
    }

    /// <summary>A checkpoint beside of another name is put aside.</summary>
    private void RequireOwnName(HashRecovery recovery)
    {
        _own.GoBy(LogName.Of(_index!.NewestCheckpoint()) ?? _end!.NameBy(recovery));
        if (_own.Name is { } name)
            _end!.Require(name);
    }

    private void Take(uint number, HashRecovery recovery, SegmentJudge judge)
    {
        if (Segment.TryOpen(_paths, number, write: true) is not { } segment)
        {
            _missing.PassOver(number);
            return;
        }

        segment.Suppose(_before?.Next ?? 0);
        var damaged = new List<DamagedBytes>();
        _scan.Run(segment, segment.Length, damaged);
        if (judge.IsForeign(segment, follows: _recent.Last is null))
        {
            using (segment)
                _missing.PutAside(number, LogName.Of(LogName.First(segment)));
            return;
        }

        if (_recent.Last is { } last)
            Close(last, segment.Header, recovery);
        if (_before is { } before)
            _missing.Reach(before.Number, before.Next, number, segment.Contents.First);
        // A program that noted no evictions left no other word of them.
        if (_before is { Number: 0 } && segment.Contents.Kept.Number == 0)
            _kept = new KeptFrom(number, segment.Contents.First);
        _recent.Add(segment);
        _before = (number, segment.End, segment.Contents.Next);
        _kept = _kept.Or(segment.Contents.Kept);
        if (segment.Header is null)
            _damage.Tell(segment, new DamagedBytes(0, SegmentHeader.Length, 0, 0));
        damaged.ForEach(d => _damage.Tell(segment, d));
    }

    /// <summary>A segment that another one follows: all that the other one counts is looked at, and what is lost is told.</summary>
    private void Close(Segment segment, SegmentHeader? next, HashRecovery recovery)
    {
        if (next is { PreviousEnd: var end } && next.Number == segment.Number + 1)
        {
            if (segment.End > end)
            {
                segment.Forget();
                _scan.Run(segment, end, []);
            }

            if (segment.End < end)
                _damage.Tell(segment, new DamagedBytes(segment.End, end - segment.End, segment.Contents.Next, next.First - segment.Contents.Next));
        }

        _before = (segment.Number, segment.End, segment.Contents.Next);
        recovery.Replay(segment);
        _index!.Write(rows => rows.Add(segment));
        _recent.Drop(segment);
    }

    private OpenedLog GoOn(HashRecovery recovery, TreeHasher tree, ulong closed)
    {
        var (goesOn, isCut, stated) = (false, true, 0UL);
        if (_recent.Last is { } last)
        {
            recovery.Replay(last);
            goesOn = _scan.EndsClean(last, last.Length);
            isCut = !goesOn || last.Length == last.End;
            stated = goesOn ? 0 : _scan.SizeStatedBehind(last);
            goesOn = goesOn && last.Header is not null && last.Contents.Next == recovery.Size && !recovery.HasLost;
            if (last.UnreadableEnd > last.End)
                _damage.TellUnreadableEnd(last);
            goesOn = TrySettle(last) && goesOn;
        }

        var given = new GivenNumbers(_paths, recovery, _damage.All);
        given.Reach(closed, _index!.NewestCheckpoint(), _signer);
        var kept = _end!.Newest;
        var signed = _end.Signed(recovery);
        given.ReachSigned(kept, _signer);
        if (signed is not null)
            BeginSegment(recovery, tree);
        var resealed = signed is { } note ? new ResealedCheckpoint(note, recovery.Peaks()) : null;
        _end.Committed(recovery, isCut || signed is not null, stated);
        var takesNoMore = _recent.Last?.Header is null || _recent.Last.Contents.Next != recovery.Size || _missing.NewestInTheWay > _recent.Last.Number;
        if (resealed is null && takesNoMore)
            BeginSegment(recovery, tree);
        return new OpenedLog(_paths, _index!, _hashes, _recent, _end.File, tree, recovery.Size, recovery.Peaks(), goesOn || takesNoMore || resealed is not null, _damage.All, _untold) { Resealed = resealed };
    }

    private void BeginSegment(HashRecovery recovery, TreeHasher tree)
    {
        // Its header settles what the segment before has: the next open would not miss it there.
        _untold.TryKeep(_damage.All);
        var (number, end) = _recent.Last is { } before ? (before.Number, before.End) : _before is { } closed ? (closed.Number, closed.Bytes) : (0, 0);
        if (_missing.NewestInTheWay > number)
            (number, end) = (_missing.NewestInTheWay, 0);
        _recent.Add(new SegmentWriter(_paths, _options).Begin(new SegmentHeader(number + 1, end, recovery.Size, tree.Name, recovery.Peaks(), _kept)));
    }

    /// <summary>
    /// Writes the last frame once more. It may be one whose sync had failed before the gateway ended: then the system shows it, but the disk does not have it,
    /// and would not be asked again. False if the device does not take it: then the segment gets no further frame.
    /// </summary>
    private bool TrySettle(Segment segment)
    {
        try
        {
            if (segment.Contents.LastFrame is { } offset && _frames.TryRead(segment, offset, segment.End))
                segment.Write(_frames.Frame, offset);
            segment.Sync();
            return true;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return false;
        }
    }
}
