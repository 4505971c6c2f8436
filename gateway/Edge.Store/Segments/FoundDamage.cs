using System.Globalization;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What was found damaged, each piece once: what is in the quarantine was found before, and stands in the log or in <see cref="UntoldDamage"/>.</summary>
internal sealed class FoundDamage(QuarantineFolder quarantine, UntoldDamage untold)
{
    public List<StoreDamage> All { get; } = [];

    /// <summary>Files that were removed or cut, and are made again from what is held.</summary>
    /// <returns>Whether there are any.</returns>
    public bool TellCut(List<string> files)
    {
        foreach (var file in files.Where(f => !All.Exists(d => d.What.StartsWith(f, StringComparison.Ordinal))))
            All.Add(new StoreDamage(0, 0, $"{file} was removed or cut. It is made again from the segments.", null));
        return files.Count > 0;
    }

    /// <summary>What stood there, if anything, was acknowledged perhaps, and now does not count.</summary>
    public void TellUnreadableEnd(Segment segment)
    {
        var length = segment.UnreadableEnd - segment.End;
        Add(segment, segment.End, length, 0, 0, string.Create(CultureInfo.InvariantCulture,
            $"{segment.Path}: the device does not give {length} bytes at {segment.End}, behind entry {segment.Contents.Next}. What was committed there is lost. Check the card or disk (dmesg)."));
    }

    /// <summary>Bytes of a segment that are no frame: kept aside.</summary>
    public void Tell(Segment segment, DamagedBytes bytes)
    {
        var lost = bytes.Count switch
        {
            0 when bytes.Offset == 0 => "its header, which was found elsewhere",
            0 => "a receipt or a state, but no entry",
            _ => string.Create(CultureInfo.InvariantCulture, $"the entries {bytes.First} to {bytes.First + bytes.Count - 1}"),
        };
        Add(segment, bytes.Offset, bytes.Length, bytes.First, bytes.Count, string.Create(CultureInfo.InvariantCulture,
            $"{segment.Path}: {bytes.Length} bytes at {bytes.Offset} {(segment.UnreadableEnd > bytes.Offset ? "cannot be read from the device" : "are not what was written")}. Lost: {lost}."));
    }

    /// <summary>Hashes that are not what was written: kept aside.</summary>
    /// <param name="file">Where they stand, from a byte on.</param>
    /// <param name="what">From which entry on, and what that means.</param>
    public void Tell(string file, long offset, ReadOnlySpan<byte> bytes, IEnumerable<(ulong First, string What)> what)
    {
        if (quarantine.Has(file, offset, bytes.Length))
            return;
        var path = quarantine.PathOf(file, offset, bytes.Length);
        StoreDamage[] found = [.. what.Select(w => new StoreDamage(w.First, 0, w.What, path))];
        var isKept = untold.TryKeep(found) && quarantine.TryKeep(file, offset, bytes);
        All.AddRange(isKept ? found : found.Select(d => d with { Quarantine = null }));
    }

    private void Add(Segment segment, long offset, long length, ulong first, ulong count, string what)
    {
        if (quarantine.Has(segment.Path, offset, length))
            return;
        var found = new StoreDamage(first, count, what, quarantine.PathOf(segment.Path, offset, length));
        All.Add(untold.TryKeep(found) && quarantine.TryKeep(segment, offset, length) ? found : found with { Quarantine = null });
    }
}
