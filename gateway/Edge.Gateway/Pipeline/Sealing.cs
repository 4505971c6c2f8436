using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>Makes the seal of a batch, naming the newest block of the city, and signs the checkpoint over it.</summary>
internal sealed class Sealing(GatewayConfiguration configuration, NoteSigner signer, BeaconBox beacons)
{
    private Beacon? _named;
    private PendingSeal? _pending;
    private SignedNote? _signed;

    /// <summary>The seal that stands in the open group; null while none does.</summary>
    public PendingSeal? Pending => _pending;

    /// <summary>Goes on after a seal that named this block.</summary>
    public void Resume(Beacon? named) => _named = named;

    /// <summary>Closes what is open.</summary>
    /// <param name="last">Index of the last entry under the seal.</param>
    /// <param name="previous">Leaf hash of the seal before.</param>
    /// <param name="add">Takes the seal into the group; gives its leaf hash.</param>
    public void Close(OpenBatch open, ulong last, in ClockStamp now, in Hash32 previous, Func<SealEntry, Hash32> add)
    {
        var newer = beacons.Take() is { } taken && !(taken.Beacon.Height <= _named?.Height) ? taken : default((Beacon Beacon, byte[] Note)?);
        _named = newer?.Beacon ?? _named;
        var leaf = add(new SealEntry(open.First, last, open.Counts, open.FirstReading ?? now.Monotonic, now.Monotonic, now.Wall, now.Source, _named, previous));
        _pending = new PendingSeal(leaf, _named?.Hash ?? default, newer?.Note);
    }

    /// <summary>The block that the store does not have yet, for the group with the seal.</summary>
    public SealedBlock Block => _pending is { Block: { } note } seal ? new SealedBlock(seal.BlockHash, note) : default;

    public ReadOnlyMemory<byte> Sign(ulong size, Hash32 root)
    {
        _signed = new Checkpoint(configuration.Origin.ToString(), size, root).Sign(signer);
        return _signed.ToBytes();
    }

    /// <summary>The seal is durable: gives the checkpoint over it, which others may hear of now.</summary>
    public SignedNote? Done()
    {
        _pending = null;
        return _signed;
    }
}
