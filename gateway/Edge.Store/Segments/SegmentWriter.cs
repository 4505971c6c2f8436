using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>Makes segments, and makes frames durable at the end of the newest one.</summary>
/// <remarks>
/// System calls of one append (strace -f -e trace=pwrite64,fdatasync): <c>pwrite64</c> of the frame, <c>fdatasync</c>; nothing else, and no length changes while
/// the frame lies in zeros written ahead. Every 64 KiB of small frames, one <c>pwrite64</c> of zeros before them, made durable by the same <c>fdatasync</c>.
/// A crash before the fdatasync returned leaves zeros, a torn frame, or the frame: the next open goes on behind what is whole, and what was torn was never acknowledged.
/// A crash after it leaves the frame. If write or sync fails, nobody can tell what is on the disk (a failed sync is reported once, the pages then count as clean):
/// the segment gets no further frame, and the next one begins with its header saying how much of this one counts.
/// </remarks>
internal sealed class SegmentWriter(LogPaths paths, SegmentOptions options)
{
    /// <summary>Larger frames extend the file themselves: what is saved in changes of its length would not outweigh the zeros.</summary>
    private const int SmallFrame = 16 * 1024;

    private readonly byte[] _zeros = new byte[options.Ahead];

    /// <summary>Makes the next segment: written beside, made durable, then named.</summary>
    /// <exception cref="StoreException">It could not be made; nothing is left of it.</exception>
    public Segment Begin(SegmentHeader header)
    {
        var path = paths.Segment(header.Number);
        var beside = path + ".new";
        try
        {
            var first = new byte[SegmentHeader.Length + options.Ahead];
            header.Write(first.AsSpan(0, SegmentHeader.Length));
            using (var file = FileBytes.CreateAnew(beside))
            {
                FileBytes.Write(file, first, 0);
                FileBytes.Sync(file);
            }

            File.Move(beside, path, overwrite: true);
            FileBytes.SyncFolder(paths.Folder);
            return Segment.Open(paths, header.Number, write: true);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            Remove(beside);
            throw FileFailure.From(failure, path);
        }
    }

    /// <summary>Writes a frame at the segment's end and returns when it is durable.</summary>
    /// <exception cref="StoreException">It is not durable; the segment must not be written any more.</exception>
    public void Append(Segment segment, ReadOnlySpan<byte> frame)
    {
        try
        {
            var end = segment.End + frame.Length;
            if (end > segment.Length && frame.Length <= SmallFrame)
                segment.Write(_zeros, segment.Length);
            segment.Write(frame, segment.End);
            segment.Sync();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, segment.Path);
        }
    }

    /// <summary>Makes a segment that someone removed under its path again, out of the file that is still open; what is written to that one would be lost without an error.</summary>
    /// <exception cref="StoreException">Another file is there now, or the folder does not take it.</exception>
    public static void KeepInPlace(Segment segment)
    {
        if (segment.IsInPlace)
            return;
        if (Path.Exists(segment.Path) && FileIdentity.Of(segment.Path) is null)
            throw new StoreUnavailableException($"{segment.Path} cannot be looked at while the gateway writes it. Check the card or disk (dmesg).");
        if (Path.Exists(segment.Path))
            throw new StoreException($"{segment.Path} was replaced by another file while the gateway writes it. Move that one away: the gateway then makes its own again.");
        segment.PutBack();
    }

    /// <summary>Whether a frame still belongs in a segment.</summary>
    public bool HasRoom(Segment segment) => segment.End - SegmentHeader.Length < options.Bytes;

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // The first failure is the one to report; what is left is written over at the next try.
        }
    }
}
