using System.Buffers.Binary;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>Reads whole frames and checks them, in a buffer that is reused.</summary>
internal sealed class FrameReader
{
    private readonly BundleCodec _codec = new();
    private byte[] _buffer = new byte[4096];

    /// <summary>The frame read last; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Frame => _buffer.AsSpan(0, Head.Length);

    public FrameHead Head { get; private set; }

    /// <summary>False if no whole frame stands at that offset of the segment, before <paramref name="limit"/>.</summary>
    public bool TryRead(Segment segment, uint offset, long limit)
    {
        var read = segment.Read(_buffer.AsSpan(0, (int)Math.Min(_buffer.Length, Math.Max(0, limit - offset))), offset);
        if (!FrameHead.TryRead(_buffer.AsSpan(0, read), out var head) || head.Segment != segment.Number || head.Offset != offset || head.Length > limit - offset)
            return false;
        if (_buffer.Length < head.Length)
            Array.Resize(ref _buffer, Math.Max(head.Length, _buffer.Length * 2));
        if (read < head.Length)
            read += segment.Read(_buffer.AsSpan(read, head.Length - read), offset + read);
        if (read < head.Length)
            return false;
        var end = FrameHead.Size + (int)head.Records;
        if (BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(end)) != Crc32C.Compute(_buffer.AsSpan(0, end)))
            return false;
        Head = head;
        return true;
    }

    /// <summary>Loads the entries of the frame read last; false if they are not what a frame holds.</summary>
    public bool TryLoad(EntryBatch into)
    {
        into.Clear();
        var records = new FrameRecords(Frame, Head);
        return records.Find(RecordType.Entries) && _codec.TryDecode(records.Bytes, (int)Head.Count, into);
    }

    /// <summary>The peaks in the frame read last; empty if it holds none.</summary>
    public ReadOnlySpan<byte> Peaks()
    {
        var records = new FrameRecords(Frame, Head);
        return records.Find(RecordType.Peaks) ? records.Bytes : [];
    }
}
