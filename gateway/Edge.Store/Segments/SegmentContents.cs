using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Edge.Ledger.Merkle;

namespace Edge.Store.Segments;

/// <summary>Where the entries of a frame are.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FramePlace(ulong First, uint Count, uint Offset)
{
    public ulong End => First + Count;
}

/// <summary>What the frames of one segment hold, and where. In memory for the newest segments only.</summary>
/// <param name="first">The log's size when the segment began; null if that is damaged: then its first frame says so.</param>
/// <param name="kept">Where the log was held from then.</param>
internal sealed class SegmentContents(ulong? first, KeptFrom kept)
{
    /// <summary>The frames that have entries.</summary>
    public List<FramePlace> Frames { get; } = [];

    public SizedPlaces Checkpoints { get; } = new();

    public SizedPlaces Receipts { get; } = new();

    public Dictionary<Hash32, Place> Blocks { get; } = [];

    public Dictionary<string, Place> State { get; } = [];

    /// <summary>Where the log is held from, as its header and frames say.</summary>
    public KeptFrom Kept { get; private set; } = kept;

    public ulong First { get; private set; } = first ?? 0;

    /// <summary>The log's size with this segment.</summary>
    public ulong Next { get; private set; } = first ?? 0;

    /// <summary>Whether there is no frame at all.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Where the last frame is.</summary>
    public uint? LastFrame { get; private set; }

    /// <summary>Where the log stood before, for a segment whose header is damaged, until its first frame says better.</summary>
    public void Suppose(ulong known)
    {
        if (IsEmpty && first is null)
            (First, Next) = (known, known);
    }

    /// <summary>Whether a frame that begins at an index can be the next one.</summary>
    public bool MayGoOnAt(ulong index) => index >= Next || (IsEmpty && first is null);

    /// <summary>Takes the next frame. Indices that were skipped are lost.</summary>
    public void Add(in FrameHead head, ReadOnlySpan<byte> frame)
    {
        if (IsEmpty && first is null)
            First = head.First;
        IsEmpty = false;
        LastFrame = head.Offset;
        if (head.Count > 0)
            Frames.Add(new FramePlace(head.First, head.Count, head.Offset));
        Next = head.End;
        var records = new FrameRecords(frame, head);
        while (records.Next())
            Add(head, records);
    }

    /// <summary>The frame with an entry; null if no frame has it.</summary>
    public FramePlace? Find(ulong index)
    {
        int low = 0, high = Frames.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Frames[middle].End <= index)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Frames.Count && Frames[low].First <= index ? Frames[low] : null;
    }

    private void Add(in FrameHead head, scoped in FrameRecords record)
    {
        var bytes = record.Bytes;
        var at = head.Offset + (uint)record.Start;
        switch (record.Type)
        {
            case RecordType.Checkpoint:
                Checkpoints.Put(head.End, new Place(at, bytes.Length));
                break;
            case RecordType.Block when bytes.Length >= Hash32.Size:
                Blocks[new Hash32(bytes[..Hash32.Size])] = new Place(at + Hash32.Size, bytes.Length - Hash32.Size);
                break;
            case RecordType.Receipt when bytes.Length >= sizeof(ulong):
                Receipts.Put(BinaryPrimitives.ReadUInt64LittleEndian(bytes), new Place(at + sizeof(ulong), bytes.Length - sizeof(ulong)));
                break;
            case RecordType.State when bytes.Length >= sizeof(ushort) && BinaryPrimitives.ReadUInt16LittleEndian(bytes) is var key && key <= bytes.Length - sizeof(ushort):
                var start = sizeof(ushort) + key;
                State[Encoding.UTF8.GetString(bytes[sizeof(ushort)..start])] = new Place(at + (uint)start, bytes.Length - start);
                break;
            case RecordType.Kept when bytes.Length == KeptFrom.Length:
                Kept = Kept.Or(KeptFrom.Read(bytes));
                break;
            default:
                break;
        }
    }
}
