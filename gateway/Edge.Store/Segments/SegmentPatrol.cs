namespace Edge.Store.Segments;

/// <summary>Looks through closed segments, which nobody may read for years: what of them is not what was written is told, once, while it may still be elsewhere.</summary>
internal sealed class SegmentPatrol(LogPaths paths, FrameReader frames, FoundDamage damage)
{
    /// <summary>Bytes of the newest closed segments that an open looks through: half a second on a slow card.</summary>
    private const long AtOpen = 16 * 1024 * 1024;

    /// <summary>Looks through the newest closed segments.</summary>
    /// <param name="newest">The newest of all.</param>
    /// <param name="find">Finds a segment by its number; null if there is none.</param>
    public void LookAtNewest(uint newest, Func<uint, IndexedSegment?> find)
    {
        var left = AtOpen;
        for (var number = newest; number > 0 && left > 0 && find(number) is { } row; number--)
        {
            Look(row);
            left -= row.Bytes;
        }
    }

    /// <summary>Looks through one segment. One that is not there, or cut, is told of elsewhere.</summary>
    public void Look(IndexedSegment row)
    {
        if (!File.Exists(paths.Segment(row.Number)))
            return;
        using var segment = Segment.TryOpen(paths, row.Number, write: false);
        if (segment is null)
            return;
        DamagedBytes? bad = null;
        foreach (var (place, end) in row.Frames().TakeWhile(f => f.End <= segment.Length))
        {
            if (frames.TryRead(segment, place.Offset, row.Bytes) && frames.Head.First == place.First && frames.Head.Count == place.Count)
            {
                Tell(segment, bad);
                bad = null;
                continue;
            }

            bad = bad is { } before
                ? before with { Length = end - before.Offset, Count = place.End - before.First }
                : new DamagedBytes(place.Offset, end - place.Offset, place.First, place.Count);
        }

        Tell(segment, bad);
    }

    private void Tell(Segment segment, DamagedBytes? bad)
    {
        if (bad is { } bytes)
            damage.Tell(segment, bytes);
    }
}
