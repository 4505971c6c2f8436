using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>The name in a log's checkpoints. A file that bears another one was brought from elsewhere: nothing in it is believed.</summary>
internal static class LogName
{
    /// <summary>Null if it is no checkpoint.</summary>
    public static Checkpoint? Parse(ReadOnlySpan<byte> note)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(note));
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    /// <summary>Null if none can be read.</summary>
    public static string? Of(SizedRecord? checkpoint) => checkpoint is { } kept ? Parse(kept.Bytes)?.Origin : null;

    /// <summary>A segment's first checkpoint; null if it has none that can be read.</summary>
    public static SizedRecord? First(Segment segment)
    {
        foreach (var (size, place) in segment.Contents.Checkpoints.All)
        {
            if (segment.Read(place) is var note && Parse(note) is not null)
                return new SizedRecord(size, note);
        }

        return null;
    }
}
