using System.Buffers.Binary;

namespace Edge.Store.Segments;

/// <summary>Goes through the records of a frame.</summary>
/// <param name="frame">The whole frame, checked.</param>
/// <param name="head">Its head.</param>
internal ref struct FrameRecords(ReadOnlySpan<byte> frame, in FrameHead head)
{
    private readonly ReadOnlySpan<byte> _bytes = frame[..(FrameHead.Size + (int)head.Records)];
    private int _next = FrameHead.Size;

    public RecordType Type { get; private set; }

    /// <summary>Where the record's bytes begin in the frame.</summary>
    public int Start { get; private set; }

    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Goes to the next record; false after the last one.</summary>
    public bool Next()
    {
        if (_bytes.Length - _next < FrameBuilder.RecordPrefix)
            return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(_next + 1)..]);
        Start = _next + FrameBuilder.RecordPrefix;
        if (length > _bytes.Length - Start)
            return false;
        Type = (RecordType)_bytes[_next];
        Bytes = _bytes.Slice(Start, (int)length);
        _next = Start + (int)length;
        return true;
    }

    /// <summary>Goes to the next record of a type.</summary>
    public bool Find(RecordType type)
    {
        while (Next())
        {
            if (Type == type)
                return true;
        }

        return false;
    }
}
