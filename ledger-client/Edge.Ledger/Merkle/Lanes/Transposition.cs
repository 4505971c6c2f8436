using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>Between messages in memory, one after the other and big-endian, and vectors that hold the same word of each.</summary>
internal static unsafe class Transposition<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int Piece = 16;

    /// <summary>Reads 64 bytes of every row into 16 words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(byte** rows, TVector* words)
    {
        for (var piece = 0; piece < 4; piece++)
        {
            Transpose(
                TLanes.Gather(rows, piece * Piece), TLanes.Gather(rows + 1, piece * Piece),
                TLanes.Gather(rows + 2, piece * Piece), TLanes.Gather(rows + 3, piece * Piece),
                out var a, out var b, out var c, out var d);
            words[0] = TLanes.ReverseBytes(a);
            words[1] = TLanes.ReverseBytes(b);
            words[2] = TLanes.ReverseBytes(c);
            words[3] = TLanes.ReverseBytes(d);
            words += 4;
        }
    }

    /// <summary>Writes 8 words as the 32 bytes of every digest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(TVector* words, byte** digests)
    {
        for (var piece = 0; piece < 2; piece++)
        {
            Transpose(
                TLanes.ReverseBytes(words[0]), TLanes.ReverseBytes(words[1]), TLanes.ReverseBytes(words[2]), TLanes.ReverseBytes(words[3]),
                out var a, out var b, out var c, out var d);
            TLanes.Scatter(a, digests, piece * Piece);
            TLanes.Scatter(b, digests + 1, piece * Piece);
            TLanes.Scatter(c, digests + 2, piece * Piece);
            TLanes.Scatter(d, digests + 3, piece * Piece);
            words += 4;
        }
    }

    // Four by four words in every 128 bits, at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(TVector p, TVector q, TVector r, TVector s, out TVector a, out TVector b, out TVector c, out TVector d)
    {
        var low = TLanes.UnpackLow(p, q);
        var lowToo = TLanes.UnpackLow(r, s);
        var high = TLanes.UnpackHigh(p, q);
        var highToo = TLanes.UnpackHigh(r, s);
        a = TLanes.UnpackLowPairs(low, lowToo);
        b = TLanes.UnpackHighPairs(low, lowToo);
        c = TLanes.UnpackLowPairs(high, highToo);
        d = TLanes.UnpackHighPairs(high, highToo);
    }
}
