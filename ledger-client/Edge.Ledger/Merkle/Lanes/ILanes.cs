namespace Edge.Ledger.Merkle.Lanes;

/// <summary>
/// What SHA-256 over many messages needs of a vector of 32-bit words, one word of each message per lane. Static, so that the compiler makes straight code of it for each width.
/// Unsafe, since each message lies at an address of its own.
/// </summary>
/// <typeparam name="TVector">The vector: <see cref="Count"/> words.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Messages side by side; a multiple of 4.</summary>
    static abstract int Count { get; }

    /// <summary>The same word in every lane.</summary>
    static abstract TVector Broadcast(uint word);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector And(TVector left, TVector right);

    static abstract TVector Or(TVector left, TVector right);

    /// <summary>Words in big-endian order to words of this machine, or back.</summary>
    static abstract TVector ReverseBytes(TVector words);

    /// <summary>T1 of FIPS 180-4 section 6.2.2: h + (K + W) + Ch(e, f, g) + Σ1(e).</summary>
    static abstract TVector T1(TVector e, TVector f, TVector g, TVector h, TVector keyed);

    /// <summary>T1 + T2 of FIPS 180-4 section 6.2.2: T2 is Σ0(a) + Maj(a, b, c).</summary>
    static abstract TVector AddT2(TVector a, TVector b, TVector c, TVector t1);

    /// <summary>W(t) of the message schedule, from W(t-16), W(t-15), W(t-7) and W(t-2).</summary>
    static abstract TVector Schedule(TVector word16, TVector word15, TVector word7, TVector word2);

    /// <summary>Four words from each of the rows 0, 4, 8 ...: row 4i in lanes 4i to 4i + 3.</summary>
    static abstract TVector Gather(byte** rows, int offset);

    /// <summary>The reverse of <see cref="Gather"/>.</summary>
    static abstract void Scatter(TVector words, byte** rows, int offset);

    /// <summary>In every four lanes: left 0, right 0, left 1, right 1.</summary>
    static abstract TVector UnpackLow(TVector left, TVector right);

    /// <summary>In every four lanes: left 2, right 2, left 3, right 3.</summary>
    static abstract TVector UnpackHigh(TVector left, TVector right);

    /// <summary>In every four lanes: left 0, left 1, right 0, right 1.</summary>
    static abstract TVector UnpackLowPairs(TVector left, TVector right);

    /// <summary>In every four lanes: left 2, left 3, right 2, right 3.</summary>
    static abstract TVector UnpackHighPairs(TVector left, TVector right);
}
