using System.Globalization;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>Segments that must be there and are not, are shorter than they were, or cannot be used: what they held is lost, and told once.</summary>
internal sealed class MissingSegments(LogPaths paths, QuarantineFolder quarantine, UntoldDamage untold, List<StoreDamage> damage)
{
    private readonly record struct Hole(uint From, uint To, ulong First, ulong Next);

    private readonly SortedDictionary<uint, (string Why, string? Kept)> _unusable = [];
    private readonly List<Hole> _holes = [];

    /// <summary>The newest that is there but cannot be used, and stays; 0 if there is none.</summary>
    public uint NewestInTheWay { get; private set; }

    /// <summary>A file that the device does not let be opened. It stays where it is; the next segment's header says that it does not count.</summary>
    public void PassOver(uint number)
    {
        NewestInTheWay = number;
        _unusable[number] = ($"{paths.Segment(number)}: the device does not let it be opened. What it held is lost, and it stays where it is. Check the card or disk (dmesg).", null);
    }

    /// <summary>A file that is not of this log.</summary>
    public void PutAside(uint number, string? name) =>
        _unusable[number] = ($"{paths.Segment(number)} is of another log ({name ?? "its hashes do not continue this one"}), and is not believed.", quarantine.Move(paths.Segment(number)));

    /// <summary>The next segment that can be used.</summary>
    /// <param name="previous">The number of the one before.</param>
    /// <param name="held">Where the log ends with that one.</param>
    /// <param name="number">Its own number.</param>
    /// <param name="first">Where it begins.</param>
    public void Reach(uint previous, ulong held, uint number, ulong first)
    {
        if (number > previous + 1)
            _holes.Add(new Hole(previous + 1, number - 1, held, Math.Max(held, first)));
    }

    /// <summary>A closed one of which less can be read than the index says.</summary>
    public void TellEnd(IndexedSegment row, Segment scanned) => Tell(row.Number, scanned.Contents.Next, row.Next, string.Create(CultureInfo.InvariantCulture,
        $"{scanned.Path}: {row.Bytes - scanned.End} bytes at {scanned.End} are not what was written."), null);

    /// <summary>Tells of all of them.</summary>
    /// <param name="kept">What was evicted before it is not missing.</param>
    public void Tell(LogIndex index, KeptFrom kept)
    {
        for (var row = index.SegmentFrom(kept.Number); row is not null; row = index.SegmentFrom(row.Number + 1))
            Tell(row);
        foreach (var hole in _holes.Where(h => h.To >= kept.Number))
            Tell(hole with { From = Math.Max(hole.From, kept.Number), First = Math.Max(hole.First, Math.Min(kept.First, hole.Next)) });
        foreach (var (number, (why, aside)) in _unusable)
            Tell(number, 0, 0, why, aside);
    }

    private void Tell(Hole hole)
    {
        var known = _unusable.Where(u => u.Key >= hole.From && u.Key <= hole.To).ToList();
        var why = known.Count > 0 ? string.Join(' ', known.Select(u => u.Value.Why)) : $"{paths.Segment(hole.From)} is not there.";
        Tell(hole.From, hole.First, hole.Next, why, known.Select(u => u.Value.Kept).FirstOrDefault());
        known.ForEach(u => _unusable.Remove(u.Key));
    }

    private void Tell(IndexedSegment closed)
    {
        var file = new FileInfo(paths.Segment(closed.Number));
        if (!file.Exists && closed.Next > closed.First)
            Tell(closed.Number, closed.First, closed.Next, $"{file.FullName} is not there.", null);
        else if (file.Exists && file.Length < closed.Bytes && closed.FirstBehind(file.Length) is var first && closed.Next > first)
            Tell(closed.Number, first, closed.Next, string.Create(CultureInfo.InvariantCulture, $"{file.FullName} has {file.Length} bytes instead of {closed.Bytes}."), null);
    }

    private void Tell(uint number, ulong first, ulong next, string why, string? kept)
    {
        if (quarantine.IsNoted(paths.Segment(number)))
            return;
        var lost = next > first ? string.Create(CultureInfo.InvariantCulture, $" Lost: the entries {first} to {next - 1}.") : "";
        var found = new StoreDamage(first, next - first, why + lost, kept);
        damage.Add(found);
        if (untold.TryKeep(found))
            quarantine.Note(paths.Segment(number));
    }
}
