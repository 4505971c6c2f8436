using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>A city log in memory. It does what it is told, also what an honest city would not do.</summary>
internal sealed class ModelCity(TestKeys keys)
{
    private readonly MemoryTree _tree = new(TreeHasher.Sha256);
    private Hash32 _previous;

    public ulong Height { get; private set; }

    /// <summary>Departments that cosign, by their place in <see cref="TestKeys.Departments"/>.</summary>
    public int[] Departments { get; set; } = [0, 1, 2, 3];

    /// <summary>Ends a block: header leaf, signed checkpoint, cosignatures from <paramref name="time"/> on.</summary>
    public SignedNote Block(long time)
    {
        _tree.Append(new BlockHeader(Height++, (ulong)time, _previous).ToBytes());
        var block = keys.Cosigned(new Checkpoint(keys.City.Name, _tree.Size, _tree.Root), keys.City, time, Departments);
        _previous = CityProof.HashOf(block);
        return block;
    }

    public Beacon BeaconOf(SignedNote block) => new(Height - 1, CityProof.HashOf(block));

    /// <summary>Orders an anchor into the next block and returns the receipt.</summary>
    public TlogProof Order(SignedNote anchor, long time)
    {
        var leaf = AnchorLeaf.Write(anchor);
        var index = _tree.Size;
        _tree.Append(leaf);
        var block = Block(time);
        return Receipt.Write(leaf, index, ProofBuilder.Inclusion(_tree, index, _tree.Size), block);
    }
}
