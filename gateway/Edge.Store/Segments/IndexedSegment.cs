using System.Buffers.Binary;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>A closed segment as the index knows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="First">The log's size when it began.</param>
/// <param name="Next">The log's size with it.</param>
/// <param name="Bytes">Bytes of it that count.</param>
/// <param name="Table">Its frames that have entries, 12 bytes each: first entry after <paramref name="First"/>, count, offset, each u32 little-endian.</param>
internal sealed record IndexedSegment(uint Number, ulong First, ulong Next, uint Bytes, byte[] Table)
{
    private const int Row = 3 * sizeof(uint);

    public static IndexedSegment Of(Segment segment)
    {
        var contents = segment.Contents;
        var table = new byte[contents.Frames.Count * Row];
        for (var i = 0; i < contents.Frames.Count; i++)
        {
            var row = table.AsSpan(i * Row);
            BinaryPrimitives.WriteUInt32LittleEndian(row, checked((uint)(contents.Frames[i].First - contents.First)));
            BinaryPrimitives.WriteUInt32LittleEndian(row[4..], contents.Frames[i].Count);
            BinaryPrimitives.WriteUInt32LittleEndian(row[8..], contents.Frames[i].Offset);
        }

        return new IndexedSegment(segment.Number, contents.First, contents.Next, segment.End, table);
    }

    public uint Checksum
    {
        get
        {
            Span<byte> numbers = stackalloc byte[28];
            BinaryPrimitives.WriteUInt32LittleEndian(numbers, Number);
            BinaryPrimitives.WriteUInt64LittleEndian(numbers[4..], First);
            BinaryPrimitives.WriteUInt64LittleEndian(numbers[12..], Next);
            BinaryPrimitives.WriteUInt32LittleEndian(numbers[20..], Bytes);
            BinaryPrimitives.WriteUInt32LittleEndian(numbers[24..], Crc32C.Compute(Table));
            return Crc32C.Compute(numbers);
        }
    }

    /// <summary>The frame with an entry; null if none has it.</summary>
    public FramePlace? Find(ulong index)
    {
        int low = 0, high = Table.Length / Row;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).End <= index)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Table.Length / Row && At(low) is var found && found.First <= index ? found : null;
    }

    /// <summary>The first entry whose frame does not end before a length of the file.</summary>
    public ulong FirstBehind(long length)
    {
        for (var frame = 0; frame < Table.Length / Row; frame++)
        {
            if ((frame + 1 < Table.Length / Row ? At(frame + 1).Offset : Bytes) > length)
                return At(frame).First;
        }

        return Next;
    }

    /// <summary>Its frames that have entries, each with where the next one begins.</summary>
    public IEnumerable<(FramePlace Place, uint End)> Frames()
    {
        var count = Table.Length / Row;
        for (var frame = 0; frame < count; frame++)
            yield return (At(frame), frame + 1 < count ? At(frame + 1).Offset : Bytes);
    }

    private FramePlace At(int frame)
    {
        var row = Table.AsSpan(frame * Row);
        return new FramePlace(First + BinaryPrimitives.ReadUInt32LittleEndian(row), BinaryPrimitives.ReadUInt32LittleEndian(row[4..]), BinaryPrimitives.ReadUInt32LittleEndian(row[8..]));
    }
}
