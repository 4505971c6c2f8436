using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>Twice the lanes of <typeparamref name="TLanes"/>; pays where 32 registers hold both states.</summary>
internal unsafe struct TwinLanes<TLanes, TVector> : ILanes<Twin<TVector>>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> Broadcast(uint word) => new(TLanes.Broadcast(word), TLanes.Broadcast(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> Add(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.Add(left.First, right.First), TLanes.Add(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> And(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.And(left.First, right.First), TLanes.And(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> Or(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.Or(left.First, right.First), TLanes.Or(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> ReverseBytes(Twin<TVector> words) => new(TLanes.ReverseBytes(words.First), TLanes.ReverseBytes(words.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> T1(Twin<TVector> e, Twin<TVector> f, Twin<TVector> g, Twin<TVector> h, Twin<TVector> keyed) =>
        new(TLanes.T1(e.First, f.First, g.First, h.First, keyed.First), TLanes.T1(e.Second, f.Second, g.Second, h.Second, keyed.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> AddT2(Twin<TVector> a, Twin<TVector> b, Twin<TVector> c, Twin<TVector> t1) =>
        new(TLanes.AddT2(a.First, b.First, c.First, t1.First), TLanes.AddT2(a.Second, b.Second, c.Second, t1.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> Schedule(Twin<TVector> word16, Twin<TVector> word15, Twin<TVector> word7, Twin<TVector> word2) =>
        new(TLanes.Schedule(word16.First, word15.First, word7.First, word2.First), TLanes.Schedule(word16.Second, word15.Second, word7.Second, word2.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> Gather(byte** rows, int offset) => new(TLanes.Gather(rows, offset), TLanes.Gather(rows + TLanes.Count, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter(Twin<TVector> words, byte** rows, int offset)
    {
        TLanes.Scatter(words.First, rows, offset);
        TLanes.Scatter(words.Second, rows + TLanes.Count, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> UnpackLow(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.UnpackLow(left.First, right.First), TLanes.UnpackLow(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> UnpackHigh(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.UnpackHigh(left.First, right.First), TLanes.UnpackHigh(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> UnpackLowPairs(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.UnpackLowPairs(left.First, right.First), TLanes.UnpackLowPairs(left.Second, right.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twin<TVector> UnpackHighPairs(Twin<TVector> left, Twin<TVector> right) =>
        new(TLanes.UnpackHighPairs(left.First, right.First), TLanes.UnpackHighPairs(left.Second, right.Second));
}
