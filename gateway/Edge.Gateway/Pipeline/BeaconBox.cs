using Edge.Ledger.City;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>The newest city block that verified, for the next seal.</summary>
public sealed class BeaconBox
{
    private CityBlock? _block;

    public CityBlock? Newest
    {
        get => Volatile.Read(ref _block);
        set => Volatile.Write(ref _block, value);
    }

    /// <summary>The block as a seal names it, and its cosigned note as evidence shows it.</summary>
    public (Beacon Beacon, byte[] Note)? Take() => Newest is { } block
        ? (new Beacon(block.Header.Height, block.Hash), block.Proof.Proof.Note.ToBytes())
        : null;
}
