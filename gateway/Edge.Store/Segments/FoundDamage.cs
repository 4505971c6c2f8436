using System.Globalization;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>What an open found damaged, each piece told once: what is in the quarantine was told before.</summary>
internal sealed class FoundDamage(QuarantineFolder quarantine)
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
        var kept = quarantine.Keep(segment, segment.End, length, out var isNew);
        if (isNew)
            All.Add(new StoreDamage(0, 0, string.Create(CultureInfo.InvariantCulture,
                $"{segment.Path}: the device does not give {length} bytes at {segment.End}, behind entry {segment.Contents.Next}. What was committed there is lost. Check the card or disk (dmesg)."), kept));
    }

    /// <summary>Bytes of a segment that are no frame: kept aside.</summary>
    public void Tell(Segment segment, DamagedBytes bytes)
    {
        var kept = quarantine.Keep(segment, bytes.Offset, bytes.Length, out var isNew);
        if (!isNew)
            return;
        var lost = bytes.Count switch
        {
            0 when bytes.Offset == 0 => "its header, which was found elsewhere",
            0 => "a receipt or a state, but no entry",
            _ => string.Create(CultureInfo.InvariantCulture, $"the entries {bytes.First} to {bytes.First + bytes.Count - 1}"),
        };
        All.Add(new StoreDamage(bytes.First, bytes.Count, string.Create(CultureInfo.InvariantCulture,
            $"{segment.Path}: {bytes.Length} bytes at {bytes.Offset} {(segment.UnreadableEnd > bytes.Offset ? "cannot be read from the device" : "are not what was written")}. Lost: {lost}."), kept));
    }
}
