using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tiles;

/// <summary>
/// Checks all tiles and entries of a log against one checkpoint, from its root down: a tile is right when it folds to the hash above it, an entry when its
/// leaf hash stands in a right tile. So what is wrong is named exactly, and each leaf and node is hashed once. Whether the checkpoint is to be believed is for
/// a policy to say. Memory is bounded whatever the log's size; nothing is allocated per entry. Not for concurrent use.
/// </summary>
public sealed class TileAudit
{
    /// <summary>Differences that are kept in <see cref="Differences"/>.</summary>
    public const int MaxDifferences = 100;

    /// <summary>A stretch is ended when it has so many bytes.</summary>
    private const int StretchBytes = 4 * 1024 * 1024;

    private readonly ITileSource _source;
    private readonly Checkpoint _checkpoint;
    private readonly TileTrunk _trunk;
    private readonly TileFold _fold;
    private readonly AbsentEntries _absent = new();
    private readonly RemainsReading _remains;
    private readonly List<TileDifference> _differences = [];
    private readonly Hash32[] _stated = new Hash32[AuditedEntries.MaxBundles * Tile.FullWidth];
    private readonly Hash32[] _roots = new Hash32[AuditedEntries.MaxBundles];
    private ulong _next, _differenceCount;
    private bool _entriesSeen;

    public TileAudit(ITileSource source, Checkpoint checkpoint)
    {
        _source = source;
        _checkpoint = checkpoint;
        _fold = new TileFold(checkpoint.Hasher);
        _remains = new RemainsReading(source);
        _trunk = new TileTrunk(source, checkpoint, _fold, Note);
    }

    /// <summary>What was found so far, in the order of the log; at most <see cref="MaxDifferences"/>: of more, altered entries and what leaves entries unchecked are kept before files that were made anew.</summary>
    public IReadOnlyList<TileDifference> Differences
    {
        get
        {
            var all = _differences.ToList();
            foreach (var missing in _absent.Differences(_checkpoint.Size).Take(MaxDifferences))
                Keep(missing, all, all.FindIndex(d => d.FirstEntry > missing.FirstEntry));
            return all;
        }
    }

    /// <summary>How many were found so far.</summary>
    public ulong DifferenceCount => _differenceCount + _absent.Pieces;

    /// <summary>Entries that are not there, as <see cref="Excuse"/> was told, in the log's order.</summary>
    public IReadOnlyList<LostEntries> Lost => _absent.Excused;

    /// <summary>The first entry whose bytes are there: of a pruned log the tiles before it were checked, the entries not. The log's size if there is none.</summary>
    public ulong OldestEntry { get; private set; }

    /// <summary>Entries found to be the ones under the root.</summary>
    public ulong CheckedEntries { get; private set; }

    /// <summary>Checks that the tiles at the right edge make the checkpoint's root. If they do not, nothing can be said of the rest and <see cref="Next"/> gives nothing.</summary>
    public bool CheckRoot() => _trunk.CheckRoot();

    /// <summary>Reads and checks the next stretch of the log.</summary>
    /// <param name="into">Receives the entries of the stretch that are right.</param>
    /// <returns>False when the log's end was reached.</returns>
    public bool Next(AuditedEntries into)
    {
        into.Clear();
        var first = _next / Tile.FullWidth;
        var full = TreeTiles.FullCount(0, _checkpoint.Size);
        if (!_trunk.IsRooted || _next >= _checkpoint.Size)
            return false;
        if (first < full)
            NextFull(first, full, into);
        else
            NextPartial(first, into);
        into.Reached = _next;
        return true;
    }

    /// <summary>Says, at the log's end, which entries the log itself tells to be lost: that they are not there is then no difference. Told by entries found to be right, and in no other way.</summary>
    /// <param name="told">In any order.</param>
    public void Excuse(IEnumerable<LostEntries> told) => _absent.Excuse(told);

    /// <summary>Goes on in a group of tiles that are read and folded together, once, also where a stretch ends within it.</summary>
    private void NextFull(ulong first, ulong full, AuditedEntries into)
    {
        var row = (int)(first % AuditedEntries.MaxBundles);
        var group = first - (ulong)row;
        var count = (int)Math.Min(AuditedEntries.MaxBundles, full - group);
        if (row == 0)
        {
            // The tiles of a group have one tile above them.
            if (_trunk.Above(Tile.OfHashes(0, group)) is null)
            {
                _next = _trunk.EndOfWrong(group);
                return;
            }

            Fold(group, count);
        }

        for (; row < count && into.Buffer.WrittenCount < StretchBytes; row++)
        {
            var tile = Tile.OfHashes(0, group + (ulong)row);
            var above = _trunk.Above(tile)!.Value;
            var right = _roots[row] == above || _trunk.Mend(tile, above, Stated(row));
            Take(Tile.OfEntries(tile.Index), right, Stated(row), row, into);
        }
    }

    private void Fold(ulong group, int count)
    {
        for (var row = 0; row < count; row++)
        {
            // A tile that cannot be read folds to a hash that fits nowhere, and is then looked at alone.
            if (!_trunk.TryRead(Tile.OfHashes(0, group + (ulong)row), Stated(row)))
                Stated(row).Clear();
        }

        _fold.Roots(_stated.AsSpan(0, count * Tile.FullWidth), _roots.AsSpan(0, count));
    }

    private void NextPartial(ulong index, AuditedEntries into)
    {
        var edge = _trunk.Edge(0);
        Take(Tile.OfEntries(index, edge.Length), true, edge, 0, into);
    }

    /// <summary>Reads a bundle and compares its entries with the hashes they must have.</summary>
    private void Take(Tile bundle, bool hashesKnown, ReadOnlySpan<Hash32> hashes, int row, AuditedEntries into)
    {
        _next += (ulong)bundle.Width;
        if (!hashesKnown)
            return;
        var start = into.Buffer.WrittenCount;
        if (TileReading.Read(_source, bundle, into.Buffer) is { } fault)
        {
            TileReading.Cut(into.Buffer, into.Buffer.WrittenCount - start);
            if (fault.Fault == TileFault.Missing)
                TakeRemains(bundle, hashes, row, into);
            else
                Note(fault with { FirstEntry = bundle.FirstEntry, EntryCount = (ulong)bundle.Width });
            return;
        }

        _entriesSeen = true;
        var leaves = into.Row(row)[..bundle.Width];
        _checkpoint.Hasher.Leaves(into.Buffer.WrittenSpan[start..], leaves);
        var same = MemoryMarshal.AsBytes(leaves).CommonPrefixLength(MemoryMarshal.AsBytes(hashes)) / Hash32.Size;
        if (same == bundle.Width)
            Give(bundle, 0, bundle.Width, start, into.Buffer.WrittenCount - start, row * Tile.FullWidth, into);
        else
            Sort(bundle, leaves, hashes, start, row, into);
    }

    /// <summary>Of a bundle in which not all is right: gives each run of right entries and notes each run of others.</summary>
    private void Sort(Tile bundle, ReadOnlySpan<Hash32> leaves, ReadOnlySpan<Hash32> hashes, int start, int row, AuditedEntries into)
    {
        for (var at = 0; at < bundle.Width;)
        {
            var right = leaves[at] == hashes[at];
            var end = at + 1;
            while (end < bundle.Width && leaves[end] == hashes[end] == right)
                end++;
            var bytes = EntryBundle.First(end - at, into.Buffer.WrittenSpan[start..]).Length;
            if (right)
                Give(bundle, at, end - at, start, bytes, (row * Tile.FullWidth) + at, into);
            else
                Note(new TileDifference(TileFault.EntryDiffers, bundle, bundle.FirstEntry + (ulong)at, (ulong)(end - at), ""));
            (at, start) = (end, start + bytes);
        }
    }

    /// <summary>Of a bundle that is not there: what stands in its place. The rest of it is absent, or where nothing was there before it, let go.</summary>
    private void TakeRemains(Tile bundle, ReadOnlySpan<Hash32> hashes, int row, AuditedEntries into)
    {
        var start = into.Buffer.WrittenCount;
        var places = _remains.Read(bundle, into.Buffer);
        var next = _entriesSeen ? 0 : places.Count > 0 ? places[0] : bundle.IsFull ? bundle.Width : 0;
        if (next > 0)
            OldestEntry = bundle.FirstEntry + (ulong)next;
        _entriesSeen |= places.Count > 0;
        var leaves = into.Row(row)[..places.Count];
        _checkpoint.Hasher.Leaves(into.Buffer.WrittenSpan[start..], leaves);
        for (var at = 0; at < places.Count;)
        {
            var place = places[at];
            Absent(bundle, next, place - next);
            var right = leaves[at] == hashes[place];
            var end = at + 1;
            while (end < places.Count && places[end] == place + end - at && leaves[end] == hashes[places[end]] == right)
                end++;
            var bytes = EntryBundle.First(end - at, into.Buffer.WrittenSpan[start..]).Length;
            if (right)
                Give(bundle, place, end - at, start, bytes, (row * Tile.FullWidth) + at, into);
            else
                Note(new TileDifference(TileFault.EntryDiffers, bundle, bundle.FirstEntry + (ulong)place, (ulong)(end - at), "", IsInRemains: true));
            (next, at, start) = (place + end - at, end, start + bytes);
        }

        Absent(bundle, next, bundle.Width - next);
    }

    private void Absent(Tile bundle, int place, int count)
    {
        var first = bundle.FirstEntry + (ulong)place;
        if (count > 0 && !_absent.TryAdd(first, (ulong)count))
            Note(new TileDifference(TileFault.Missing, bundle, first, (ulong)count, "it is not there"));
    }

    private void Give(Tile bundle, int at, int count, int start, int bytes, int leaf, AuditedEntries into)
    {
        CheckedEntries += (ulong)count;
        into.Add(bundle.FirstEntry + (ulong)at, count, start, bytes, leaf);
    }

    private Span<Hash32> Stated(int row) => _stated.AsSpan(row * Tile.FullWidth, Tile.FullWidth);

    private void Note(TileDifference difference)
    {
        _differenceCount++;
        Keep(difference, _differences, -1);
    }

    /// <param name="at">Before which one; the end if it is negative.</param>
    private static void Keep(TileDifference difference, List<TileDifference> among, int at)
    {
        if (among.Count == MaxDifferences)
        {
            if (among.FindLastIndex(kept => Rank(kept) > Rank(difference)) is var lesser && lesser < 0)
                return;
            among.RemoveAt(lesser);
            at -= lesser < at ? 1 : 0;
        }

        among.Insert(at < 0 ? among.Count : at, difference);
    }

    /// <summary>Altered entries first, then what leaves entries unchecked, then files that were made anew.</summary>
    private static int Rank(TileDifference difference) => difference.Fault == TileFault.EntryDiffers ? 0 : difference.FirstEntry is not null ? 1 : 2;
}
