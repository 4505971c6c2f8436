namespace Edge.Ledger.Merkle.Lanes;

/// <summary>Two vectors whose instructions are interleaved, so that one's latency is the other's time.</summary>
internal struct Twin<TVector>(TVector first, TVector second)
    where TVector : unmanaged
{
    public TVector First = first;
    public TVector Second = second;
}
