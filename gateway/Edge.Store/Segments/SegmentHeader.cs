using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>The first page of a segment.</summary>
/// <param name="Number">Segments are numbered from 1 without holes.</param>
/// <param name="PreviousEnd">Bytes of the segment before this one that count: what stands behind was never acknowledged. 0 in the first one.</param>
/// <param name="First">The log's size when this segment began.</param>
/// <param name="TreeHash">The name of the tree's hash function.</param>
/// <param name="Peaks">The tree's peaks at that size.</param>
/// <param name="Kept">Where the log was held from when this segment began.</param>
internal sealed record SegmentHeader(uint Number, uint PreviousEnd, ulong First, string TreeHash, Hash32[] Peaks, KeptFrom Kept)
{
    /// <summary>Bytes; frames begin behind it.</summary>
    public const int Length = 4096;

    private const int NameOffset = 24;
    private const int NameLength = 24;
    private const int PeaksOffset = NameOffset + NameLength;
    private const int CrcOffset = Length - sizeof(uint);
    private const int KeptOffset = CrcOffset - KeptFrom.Length;

    private static ReadOnlySpan<byte> Magic => "EdgeSeg1"u8;

    /// <param name="into"><see cref="Length"/> bytes.</param>
    public void Write(Span<byte> into)
    {
        into.Clear();
        Magic.CopyTo(into);
        BinaryPrimitives.WriteUInt32LittleEndian(into[8..], Number);
        BinaryPrimitives.WriteUInt32LittleEndian(into[12..], PreviousEnd);
        BinaryPrimitives.WriteUInt64LittleEndian(into[16..], First);
        Encoding.ASCII.GetBytes(TreeHash, into.Slice(NameOffset, NameLength));
        MemoryMarshal.AsBytes(Peaks.AsSpan()).CopyTo(into[PeaksOffset..]);
        Kept.Write(into[KeptOffset..]);
        BinaryPrimitives.WriteUInt32LittleEndian(into[CrcOffset..], Crc32C.Compute(into[..CrcOffset]));
    }

    /// <summary>Null if these are not the bytes of a header of this version.</summary>
    public static SegmentHeader? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || !bytes.StartsWith(Magic) || BinaryPrimitives.ReadUInt32LittleEndian(bytes[CrcOffset..]) != Crc32C.Compute(bytes[..CrcOffset]))
            return null;
        var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var peaks = MemoryMarshal.Cast<byte, Hash32>(bytes.Slice(PeaksOffset, BitOperations.PopCount(first) * Hash32.Size)).ToArray();
        var name = Encoding.ASCII.GetString(bytes.Slice(NameOffset, NameLength).TrimEnd((byte)0));
        return new SegmentHeader(BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), first, name, peaks, KeptFrom.Read(bytes[KeptOffset..]));
    }

    /// <summary>Whether they are those of a later version.</summary>
    public static bool IsNewer(ReadOnlySpan<byte> bytes) => bytes.Length >= Magic.Length && bytes.StartsWith(Magic[..^1]) && bytes[7] is > (byte)'1' and <= (byte)'9';
}
