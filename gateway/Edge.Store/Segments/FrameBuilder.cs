using System.Buffers.Binary;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>Builds one frame after another in a buffer that is reused.</summary>
internal sealed class FrameBuilder
{
    /// <summary>Bytes before a record: its type and length.</summary>
    public const int RecordPrefix = 1 + sizeof(uint);

    private byte[] _bytes = new byte[4096];
    private int _used;
    private int _record;
    private (ulong First, uint Count) _entries;

    public void Begin(ulong first, int count)
    {
        _entries = (first, (uint)count);
        _used = FrameHead.Size;
    }

    public void Add(RecordType type, ReadOnlySpan<byte> bytes) => Add(type, [], bytes);

    public void Add(RecordType type, ReadOnlySpan<byte> start, ReadOnlySpan<byte> rest)
    {
        var into = BeginRecord(type, start.Length + rest.Length);
        start.CopyTo(into);
        rest.CopyTo(into[start.Length..]);
        EndRecord(start.Length + rest.Length);
    }

    /// <summary>Room for a record of at most so many bytes; written where it stands, then ended.</summary>
    public Span<byte> BeginRecord(RecordType type, int most)
    {
        var end = _used + RecordPrefix + most + sizeof(uint) + FrameHead.Alignment;
        if (_bytes.Length < end)
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        _record = _used;
        _bytes[_used] = (byte)type;
        return _bytes.AsSpan(_used + RecordPrefix, most);
    }

    public void EndRecord(int length)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_record + 1), (uint)length);
        _used = _record + RecordPrefix + length;
    }

    /// <summary>The bytes of the frame for its place; valid until the next one begins. May be called again for another place.</summary>
    public ReadOnlySpan<byte> End(uint segment, uint offset)
    {
        var head = new FrameHead(_entries.First, _entries.Count, (uint)(_used - FrameHead.Size), segment, offset);
        head.Write(_bytes);
        var frame = _bytes.AsSpan(0, head.Length);
        frame[_used..].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(frame[_used..], Crc32C.Compute(frame[.._used]));
        return frame;
    }

    /// <summary>Bytes of the frame as it stands.</summary>
    public int Length => new FrameHead(0, 0, (uint)(_used - FrameHead.Size), 0, 0).Length;
}
