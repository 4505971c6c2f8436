using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector512<uint>;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>Sixteen lanes: AVX-512, with its rotations and its functions of three operands.</summary>
internal unsafe struct Lanes16 : ILanes<Words>
{
    // The truth tables of vpternlogd.
    private const byte Choose = 0xCA;
    private const byte Majority = 0xE8;
    private const byte Parity = 0x96;

    public static bool AreHere => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    public static int Count => Words.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Broadcast(uint word) => Vector512.Create(word);

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
        return Avx512BW.Shuffle(words.AsByte(), Vector512.Create(Vector256.Create(order, order), Vector256.Create(order, order))).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words T1(Words e, Words f, Words g, Words h, Words keyed) =>
        h + keyed + Avx512F.TernaryLogic(e, f, g, Choose)
        + Avx512F.TernaryLogic(Avx512F.RotateRight(e, 6), Avx512F.RotateRight(e, 11), Avx512F.RotateRight(e, 25), Parity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words AddT2(Words a, Words b, Words c, Words t1) =>
        t1 + (Avx512F.TernaryLogic(Avx512F.RotateRight(a, 2), Avx512F.RotateRight(a, 13), Avx512F.RotateRight(a, 22), Parity)
        + Avx512F.TernaryLogic(a, b, c, Majority));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Schedule(Words word16, Words word15, Words word7, Words word2) =>
        word16 + Avx512F.TernaryLogic(Avx512F.RotateRight(word2, 17), Avx512F.RotateRight(word2, 19), word2 >>> 10, Parity) + word7
        + Avx512F.TernaryLogic(Avx512F.RotateRight(word15, 7), Avx512F.RotateRight(word15, 18), word15 >>> 3, Parity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Gather(byte** rows, int offset) => Vector512.Create(Lanes8.Gather(rows, offset), Lanes8.Gather(rows + 8, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter(Words words, byte** rows, int offset)
    {
        Lanes8.Scatter(words.GetLower(), rows, offset);
        Lanes8.Scatter(words.GetUpper(), rows + 8, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackLow(Words left, Words right) => Avx512F.UnpackLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackHigh(Words left, Words right) => Avx512F.UnpackHigh(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackLowPairs(Words left, Words right) => Avx512F.UnpackLow(left.AsUInt64(), right.AsUInt64()).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words UnpackHighPairs(Words left, Words right) => Avx512F.UnpackHigh(left.AsUInt64(), right.AsUInt64()).AsUInt32();
}
