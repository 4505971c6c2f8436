using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Stacks;

namespace Edge.Store.Segments;

/// <summary>
/// Whose log this is. Index, <c>sealed</c> and segments each hold checkpoints, and any of them may have been brought from elsewhere: with a key, what that one has
/// signed is ours, and one such checkpoint anywhere makes the log ours; without one, what most of them say.
/// </summary>
/// <param name="signer">Who signs this log; null: whoever signed counts.</param>
internal sealed class OwnLog(LogPaths paths, SegmentScan scan, VerifierKey? signer)
{
    /// <summary>This log's name; null if nothing tells it.</summary>
    public string? Name { get; private set; } = signer?.Name;

    /// <exception cref="AnothersLogException">It is another's, as far as anything in it says whose it is.</exception>
    public void Require(SizedRecord? indexed, SizedRecord? kept, List<uint> numbers)
    {
        if (signer is null || IsOurs(indexed) || IsOurs(kept))
            return;
        var other = LogName.Of(indexed) ?? LogName.Of(kept);
        foreach (var number in Enumerable.Reverse(numbers))
        {
            foreach (var note in Checkpoints(number))
            {
                if (IsOurs(note))
                    return;
                other ??= LogName.Of(note);
            }
        }

        if (other is not null)
            throw new AnothersLogException($"{paths.Folder} holds another gateway's log ({other}). Name this gateway's own; nothing was touched.", other);
    }

    /// <summary>Whether the index was brought from elsewhere: by its newest checkpoint, or because the segments are none that it knows.</summary>
    public bool IsAnothers(LogIndex index, SizedRecord? kept, List<uint> numbers)
    {
        var newest = index.NewestCheckpoint();
        if (signer is not null ? IsAnothers(newest) : IsOutvoted(LogName.Of(newest), LogName.Of(kept), numbers))
            return true;
        var (fit, contradict) = IndexedSegments.Compare(paths, index);
        return fit == 0 && contradict > (newest is null ? 0 : 1);
    }

    /// <summary>Whether a segment's first checkpoint is another log's.</summary>
    public bool IsAnothers(Segment segment) => IsAnothers(LogName.First(segment));

    /// <summary>Without a key: by which name the log goes.</summary>
    public void GoBy(string? name) => Name ??= name;

    private bool IsAnothers(SizedRecord? note) => Name is not null && LogName.Of(note) is { } other && (other != Name || (signer is not null && !IsOurs(note)));

    private bool IsOurs(SizedRecord? note) => note is { } known && SealedFile.RootOf(known, signer) is not null;

    private bool IsOutvoted(string? indexed, string? kept, List<uint> numbers) =>
        indexed is not null && kept is not null && indexed != kept && Enumerable.Reverse(numbers).SelectMany(Checkpoints).Select(c => LogName.Of(c)).FirstOrDefault(n => n is not null) == kept;

    private IEnumerable<SizedRecord> Checkpoints(uint number)
    {
        using var segment = Segment.TryOpen(paths, number, write: false);
        if (segment is null)
            yield break;
        scan.Run(segment, segment.Length, []);
        foreach (var (size, place) in segment.Contents.Checkpoints.All)
            yield return new SizedRecord(size, segment.Read(place));
    }
}
