using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Edge.Store.Segments;

/// <summary>The first bytes of a frame, all numbers little-endian: magic (8), length of the records (u32), entries (u32), index of the first one (u64), segment (u32), offset in it (u32).</summary>
/// <param name="First">Index of its first entry; the log's size before it if it has none.</param>
/// <param name="Count">Entries in it.</param>
/// <param name="Records">Bytes of its records.</param>
/// <param name="Segment">The segment it was written to.</param>
/// <param name="Offset">Where in that segment: a frame read from elsewhere is not one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FrameHead(ulong First, uint Count, uint Records, uint Segment, uint Offset)
{
    /// <summary>Bytes of a head.</summary>
    public const int Size = 32;

    /// <summary>Frames begin at multiples of this.</summary>
    public const int Alignment = 8;

    private const uint MaxRecords = int.MaxValue - 64;

    public static ReadOnlySpan<byte> Magic => "EdgeFrm1"u8;

    /// <summary>Bytes of the whole frame: head, records, checksum, padding.</summary>
    public int Length => (Size + (int)Records + sizeof(uint) + Alignment - 1) & -Alignment;

    /// <summary>Index after its last entry.</summary>
    public ulong End => First + Count;

    public void Write(Span<byte> into)
    {
        Magic.CopyTo(into);
        BinaryPrimitives.WriteUInt32LittleEndian(into[8..], Records);
        BinaryPrimitives.WriteUInt32LittleEndian(into[12..], Count);
        BinaryPrimitives.WriteUInt64LittleEndian(into[16..], First);
        BinaryPrimitives.WriteUInt32LittleEndian(into[24..], Segment);
        BinaryPrimitives.WriteUInt32LittleEndian(into[28..], Offset);
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out FrameHead head)
    {
        head = default;
        if (bytes.Length < Size || !bytes.StartsWith(Magic) || BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) is var records && records > MaxRecords)
            return false;
        head = new FrameHead(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), records,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]));
        return head.End >= head.First;
    }
}
