using System.Globalization;
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
    private readonly FoundDamage _damage;
    private readonly QuarantineFolder _quarantine;
    private readonly FrameReader _frames = new();
    private readonly SegmentScan _scan;
    private readonly RecentSegments _recent = new();
    private readonly HashFiles _hashes;
    private LogIndex? _index;
    private SealedFile? _sealed;
    private uint _passedOver;

    /// <param name="signer">Who signs this log; null: whoever signed counts.</param>
    /// <param name="found">What was found before.</param>
    public LogOpening(LogPaths paths, SegmentOptions options, VerifierKey? signer, IEnumerable<StoreDamage> found)
    {
        _paths = paths;
        _options = options;
        _quarantine = new QuarantineFolder(paths);
        _damage = new FoundDamage(_quarantine);
        _damage.All.AddRange(found);
        _signer = signer;
        _scan = new SegmentScan(_frames);
        _hashes = new HashFiles(paths, write: true);
    }

    /// <param name="hasher">For a new log.</param>
    /// <exception cref="StoreException">The folder cannot be used.</exception>
    /// <exception cref="StoreUnavailableException">Not now.</exception>
    public OpenedLog Open(TreeHasher hasher)
    {
        var numbers = _paths.Segments();
        var named = Hasher(numbers);
        UnreadableFiles.SetAside(_paths, _quarantine, _damage.All);
        _index = IndexOpening.Open(_paths, _quarantine, _damage.All, _options.IndexCheck);
        _sealed = SealedFile.Open(_paths);
        var closed = _index.NewestSegment();
        if (numbers.Count == 0 && closed == 0 && _sealed.Read() is null)
            return Begin(hasher);
        var tree = named ?? hasher;
        var recovery = new HashRecovery(_hashes, tree, _frames);
        if (_index.SegmentFrom(closed) is { } newest)
        {
            if (!_hashes.Cover(newest.Next))
                ReplayClosed(recovery);
            if (!recovery.HasBegun)
                recovery.BeginAt(newest.Next);
        }

        foreach (var number in new StraySegments(_paths, _scan, _quarantine, _damage.All).SetAside(numbers, closed))
            Take(number, recovery);
        return GoOn(recovery, tree, closed);
    }

    /// <summary>Gives back what was opened, when it was not taken over.</summary>
    public void Dispose()
    {
        _recent.Dispose();
        _hashes.Dispose();
        _sealed?.Dispose();
        _index?.Dispose();
    }

    private OpenedLog Begin(TreeHasher hasher)
    {
        _recent.Add(new SegmentWriter(_paths, _options).Begin(new SegmentHeader(1, 0, 0, hasher.Name, [])));
        return new OpenedLog(_paths, _index!, _hashes, _recent, _sealed!, hasher, [], GoesOn: true, _damage.All);
    }

    /// <summary>The hash files were removed or cut: what is held is gone through again, so that they are whole but for what was evicted.</summary>
    private void ReplayClosed(HashRecovery recovery)
    {
        for (var row = _index!.SegmentFrom(0); row is not null; row = _index.SegmentFrom(row.Number + 1))
        {
            if (!File.Exists(_paths.Segment(row.Number)))
                continue;
            using var segment = Segment.TryOpen(_paths, row.Number, write: false);
            if (segment is null)
                continue;
            _scan.Run(segment, row.Bytes, []);
            recovery.Replay(segment);
        }
    }

    private void Take(uint number, HashRecovery recovery)
    {
        if (Segment.TryOpen(_paths, number, write: true) is not { } segment)
        {
            _passedOver = number;
            _damage.TellUnopened(_paths.Segment(number));
            return;
        }

        if (_recent.Last is { } last)
            Close(last, segment.Header, recovery);
        _recent.Add(segment);
        if (segment.Header is null)
            _damage.Tell(segment, new DamagedBytes(0, SegmentHeader.Length, 0, 0));
        var damaged = new List<DamagedBytes>();
        _scan.Run(segment, segment.Length, damaged);
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

        recovery.Replay(segment);
        _index!.Write(rows => rows.Add(segment));
        _recent.Drop(segment);
    }

    private OpenedLog GoOn(HashRecovery recovery, TreeHasher tree, uint closed)
    {
        var goesOn = false;
        if (_recent.Last is { } last)
        {
            recovery.Replay(last);
            goesOn = _scan.EndsClean(last, last.Length) && last.Header is not null && last.Contents.Next == recovery.Size;
            if (last.UnreadableEnd > last.End)
                _damage.TellUnreadableEnd(last);
            goesOn = TrySettle(last) && goesOn;
        }

        var more = LostEnd(recovery);
        if (more is not null || _recent.Last?.Header is null || _recent.Last.Contents.Next != recovery.Size || _passedOver > _recent.Last.Number)
        {
            var (number, end) = _recent.Last is { } before ? (before.Number, before.End) : (closed, _index!.SegmentFrom(closed)?.Bytes ?? 0);
            if (_passedOver > number)
                (number, end) = (_passedOver, 0);
            _recent.Add(new SegmentWriter(_paths, _options).Begin(new SegmentHeader(number + 1, end, recovery.Size, tree.Name, recovery.Peaks())));
            goesOn = true;
        }

        return new OpenedLog(_paths, _index!, _hashes, _recent, _sealed!, tree, recovery.Peaks(), goesOn, _damage.All) { Resealed = more };
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

    /// <summary>More was signed than is there: the log goes on behind what was signed, if its hashes are still there, so that it never signs a second history.</summary>
    private SizedRecord? LostEnd(HashRecovery recovery)
    {
        if (_sealed!.Read() is not { } signed || signed.Size <= recovery.Size)
            return null;
        var first = recovery.Size;
        if (SealedFile.RootOf(signed, _signer) is not { } root)
        {
            _damage.All.Add(new StoreDamage(0, 0, $"{_paths.Sealed} held no checkpoint that was signed with this log's key.", SetSealedAside()));
            return null;
        }

        if (_hashes.Cover(signed.Size) && recovery.TryExtend(signed.Size, root))
        {
            _damage.All.Add(new StoreDamage(first, signed.Size - first, string.Create(CultureInfo.InvariantCulture,
                $"{_paths.Folder}: the end of the newest segment was damaged: the entries {first} to {signed.Size - 1} are lost. Their hashes are held, so the log goes on behind them."), null));
            return signed;
        }

        _damage.All.Add(new StoreDamage(first, signed.Size - Math.Min(first, signed.Size), string.Create(CultureInfo.InvariantCulture,
            $"{_paths.Folder}: a checkpoint over {signed.Size} entries was signed, but only {first} are held, and the hashes of the others are lost too. The log goes on at {first}; the city will not accept what it signs there."), SetSealedAside()));
        return null;
    }

    private string? SetSealedAside()
    {
        var kept = _quarantine.Move(_paths.Sealed);
        _sealed!.Dispose();
        _sealed = SealedFile.Open(_paths);
        return kept;
    }

    /// <exception cref="StoreUnavailableException">The device gives no header of any segment: going on would begin a second history.</exception>
    private TreeHasher? Hasher(List<uint> numbers)
    {
        var unreadable = 0;
        foreach (var number in Enumerable.Reverse(numbers))
        {
            using var segment = Segment.TryOpen(_paths, number, write: false);
            if (segment?.Header is { } header)
                return TreeHashes.Named(header.TreeHash, _paths.Folder);
            unreadable += segment?.GivesNothing() ?? true ? 1 : 0;
        }

        return unreadable > 0 && unreadable == numbers.Count
            ? throw new StoreUnavailableException($"{_paths.Folder}: the device gives none of the log's segments. Check the card or disk and how it is connected (dmesg); nothing was touched.")
            : null;
    }
}
