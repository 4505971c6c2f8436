using System.Runtime.InteropServices;

namespace Edge.Store.Segments;

/// <summary>Bytes of a segment that are no frame although frames follow.</summary>
/// <param name="First">The first entry that is lost with them.</param>
/// <param name="Count">How many entries are.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DamagedBytes(uint Offset, uint Length, ulong First, ulong Count);

/// <summary>Goes through a segment's frames, and finds the next one behind bytes that are none.</summary>
internal sealed class SegmentScan(FrameReader reader)
{
    private const int Chunk = 64 * 1024;
    private byte[] _chunk = [];

    /// <summary>Takes up the frames from <see cref="Segment.End"/> on.</summary>
    /// <param name="segment">Its contents and end are moved on.</param>
    /// <param name="limit">Where the segment ends.</param>
    /// <param name="damaged">Told of what was passed over; null: the first bytes that are no frame end the segment.</param>
    public void Run(Segment segment, long limit, List<DamagedBytes>? damaged = null)
    {
        for (long at = segment.End; at + FrameHead.Size <= limit; at = segment.End)
        {
            if (TryTake(segment, at, limit))
                continue;
            if (damaged is null || FindNext(segment, at + FrameHead.Alignment, limit) is not { } next)
                return;
            // A writer beside finishes a frame before it begins the next one: what was half written a moment ago is whole now.
            var lost = new DamagedBytes((uint)at, (uint)(next - at), segment.Contents.Next, reader.Head.First - Math.Min(reader.Head.First, segment.Contents.Next));
            if (TryTake(segment, at, limit))
                continue;
            damaged.Add(lost);
            segment.End = (uint)next;
        }
    }

    /// <summary>Whether nothing but zeros follows the last frame.</summary>
    public bool EndsClean(Segment segment, long limit)
    {
        for (long at = segment.End; at < limit;)
        {
            var read = Fill(segment, at, limit);
            if (read == 0 || _chunk.AsSpan(0, read).ContainsAnyExcept((byte)0))
                return read == 0;
            at += read;
        }

        return true;
    }

    /// <summary>
    /// The log's size that the heads of frames state which stand behind the last one that is whole: nobody wrote the head of a frame before the frame before it was durable.
    /// 0 if there are none.
    /// </summary>
    public ulong SizeStatedBehind(Segment segment)
    {
        var stated = 0UL;
        for (long from = segment.End; from + FrameHead.Size <= segment.Length;)
        {
            var chunk = _chunk.AsSpan(0, Fill(segment, from, segment.Length));
            if (chunk.Length < FrameHead.Size)
                break;
            var found = chunk[..^(FrameHead.Size - FrameHead.Magic.Length)].IndexOf(FrameHead.Magic);
            if (found < 0)
            {
                from += chunk.Length - FrameHead.Size + 1;
                continue;
            }

            from += found;
            if (FrameHead.TryRead(chunk[found..], out var head) && head.Segment == segment.Number && head.Offset == from)
                stated = Math.Max(stated, head.First);
            from += FrameHead.Magic.Length;
        }

        return stated;
    }

    private bool TryTake(Segment segment, long at, long limit)
    {
        if (!reader.TryRead(segment, (uint)at, limit) || !segment.Contents.MayGoOnAt(reader.Head.First))
            return false;
        segment.Contents.Add(reader.Head, reader.Frame);
        segment.End = (uint)at + (uint)reader.Head.Length;
        return true;
    }

    private long? FindNext(Segment segment, long from, long limit)
    {
        while (from + FrameHead.Size <= limit)
        {
            var read = Fill(segment, from, limit);
            var found = _chunk.AsSpan(0, read).IndexOf(FrameHead.Magic);
            if (found < 0)
            {
                if (read <= FrameHead.Size)
                    return null;
                from += (read - FrameHead.Magic.Length + 1) & -FrameHead.Alignment;
                continue;
            }

            from += found;
            if (from % FrameHead.Alignment == 0 && reader.TryRead(segment, (uint)from, limit) && segment.Contents.MayGoOnAt(reader.Head.First))
                return from;
            from = (from + FrameHead.Alignment) & -FrameHead.Alignment;
        }

        return null;
    }

    private int Fill(Segment segment, long from, long limit)
    {
        if (_chunk.Length == 0)
            _chunk = new byte[Chunk];
        return segment.Read(_chunk.AsSpan(0, (int)Math.Min(Chunk, limit - from)), from);
    }
}
