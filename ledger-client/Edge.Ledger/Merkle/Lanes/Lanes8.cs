using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector256<uint>;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>Eight lanes: AVX2.</summary>
internal unsafe struct Lanes8 : ILanes<Words>
{
    public static bool AreHere => Vector256.IsHardwareAccelerated && Avx2.IsSupported;

    public static int Count => Words.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Broadcast(uint word) => Vector256.Create(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Add(Words left, Words right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words And(Words left, Words right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Or(Words left, Words right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words ReverseBytes(Words words)
    {
        var order = Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
        return Avx2.Shuffle(words.AsByte(), Vector256.Create(order, order)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words T1(Words e, Words f, Words g, Words h, Words keyed) =>
        h + keyed + ((f ^ g) & e ^ g)
        + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words AddT2(Words a, Words b, Words c, Words t1) =>
        t1 + ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
        + ((a & b) ^ (c & (a ^ b))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Schedule(Words word16, Words word15, Words word7, Words word2) =>
        word16 + (((word2 >>> 17) | (word2 << 15)) ^ ((word2 >>> 19) | (word2 << 13)) ^ (word2 >>> 10)) + word7
        + (((word15 >>> 7) | (word15 << 25)) ^ ((word15 >>> 18) | (word15 << 14)) ^ (word15 >>> 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Gather(byte** rows, int offset) => Vector256.Create(Lanes4.Gather(rows, offset), Lanes4.Gather(rows + 4, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter(Words words, byte** rows, int offset)
    {
        Lanes4.Scatter(words.GetLower(), rows, offset);
        Lanes4.Scatter(words.GetUpper(), rows + 4, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackLow(Words left, Words right) => Avx2.UnpackLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackHigh(Words left, Words right) => Avx2.UnpackHigh(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackLowPairs(Words left, Words right) => Avx2.UnpackLow(left.AsUInt64(), right.AsUInt64()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackHighPairs(Words left, Words right) => Avx2.UnpackHigh(left.AsUInt64(), right.AsUInt64()).AsUInt32();
}
