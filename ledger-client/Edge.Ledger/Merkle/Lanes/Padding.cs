using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>Gives the blocks of a padded message (FIPS 180-4 section 5.1.1), without its length, as 64 bytes in memory; bytes are copied only where the padding begins.</summary>
/// <remarks>Reads nothing outside the buffer. The byte before a message is its prefix; what stands there is the caller's to replace.</remarks>
internal readonly unsafe struct Padding(byte* buffer, int length)
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockLength = 64;

    // Read at 64 - n, it keeps n bytes; then it holds nothing.
    private static ReadOnlySpan<byte> Kept =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    // Read at 64 - n, it marks the byte n; read at 65 or beyond, none.
    private static ReadOnlySpan<byte> Marks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0,
    ];

    /// <param name="row">Where the block begins in the buffer, the message's prefix included; -1 for the first block of a message at its very beginning.</param>
    /// <param name="left">Bytes of the message from there on; 0 or fewer where only padding is left.</param>
    /// <param name="scratch">64 bytes, for a block that does not stand in memory as it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Block(int row, int left, byte* scratch)
    {
        if (row < 0 || row > length - BlockLength || left is <= 0 or >= BlockLength)
            return Seldom(row, left, scratch);
        var kept = Constant(Kept) + BlockLength - left;
        var marks = Constant(Marks) + BlockLength - left;
        if (Vector512.IsHardwareAccelerated)
        {
            ((Vector512.Load(buffer + row) & Vector512.Load(kept)) | Vector512.Load(marks)).Store(scratch);
            return scratch;
        }

        for (var i = 0; i < BlockLength; i += Vector<byte>.Count)
            ((Vector.Load(buffer + row + i) & Vector.Load(kept + i)) | Vector.Load(marks + i)).Store(scratch + i);
        return scratch;
    }

    private byte* Seldom(int row, int left, byte* scratch) =>
        left <= 0 ? Constant(Marks) + BlockLength + (left < 0 ? 1 : 0)
        : row < 0 || left < BlockLength ? Copy(row, left, scratch)
        : buffer + row;

    // At the buffer's very beginning or end, where a whole block would reach beyond it.
    private byte* Copy(int row, int left, byte* scratch)
    {
        var block = new Span<byte>(scratch, BlockLength);
        var skipped = row < 0 ? 1 : 0;
        block.Clear();
        new ReadOnlySpan<byte>(buffer + row + skipped, Math.Min(left, BlockLength) - skipped).CopyTo(block[skipped..]);
        if (left < BlockLength)
            block[left] = 0x80;
        return scratch;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Constant(ReadOnlySpan<byte> data) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(data)); // constant data does not move
}
