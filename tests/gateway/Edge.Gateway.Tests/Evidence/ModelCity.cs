using System.Text;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Gateway.Tests.Evidence;

/// <summary>A city in memory: four departments that cosign everything, a log of blocks. Keys from fixed seeds.</summary>
internal sealed class ModelCity : IDisposable
{
    private readonly NoteSigner _city = Key("city.example", KeyType.Ed25519, 2);
    private readonly NoteSigner[] _departments =
        [.. new[] { "water", "energy", "environment", "justice" }.Select((n, i) => Key($"{n}.city.example", KeyType.Ed25519Cosignature, (byte)(10 + i)))];

    private readonly MemoryTree _tree = new(TreeHasher.Sha256);
    private Hash32 _previous;
    private ulong _height;

    public TrustPolicy PolicyFor(NoteSigner gateway) => Policy($"log {gateway.Verifier}\n");

    private TrustPolicy Policy(string logs = "") => TrustPolicy.Parse(Encoding.UTF8.GetBytes(
        $"log {_city.Verifier}\n{logs}"
        + string.Concat(_departments.Select(d => $"witness {d.Name.Split('.')[0]} {d.Verifier}\n"))
        + "group departments 3 water energy environment justice\nquorum departments\n"));

    /// <summary>The next block, as the gateway takes it up for its seals.</summary>
    public CityBlock Block(double time)
    {
        var header = new BlockHeader(_height++, (ulong)time, _previous);
        var index = _tree.Size;
        _tree.Append(header.ToBytes());
        var note = Cosigned(new Checkpoint(_city.Name, _tree.Size, _tree.Root).Sign(_city), time);
        _previous = CityProof.HashOf(note);
        var block = CityBlock.Write(header, _tree.Size, ProofBuilder.Inclusion(_tree, index, _tree.Size), note).ToBytes();
        return CityBlock.Verify(block, Policy(), _city.Name, out var reason) ?? throw new InvalidOperationException(reason);
    }

    /// <summary>Accepts the newest checkpoint of a gateway and hands it the receipt.</summary>
    public void Anchor(WriterRig rig)
    {
        var newest = rig.Log.View.Store.NewestCheckpoint()!.Value;
        var time = rig.Clock.True + 1;
        var leaf = AnchorLeaf.Write(Cosigned(SignedNote.Parse(newest.Bytes), time));
        var index = _tree.Size;
        _tree.Append(leaf);
        _tree.Append(new BlockHeader(_height++, (ulong)time, _previous).ToBytes());
        var block = Cosigned(new Checkpoint(_city.Name, _tree.Size, _tree.Root).Sign(_city), time);
        _previous = CityProof.HashOf(block);
        rig.Log.PutReceipt(newest.Size, Receipt.Write(leaf, index, ProofBuilder.Inclusion(_tree, index, _tree.Size), block).ToBytes());
    }

    public void Dispose()
    {
        _city.Dispose();
        foreach (var department in _departments)
            department.Dispose();
    }

    private SignedNote Cosigned(SignedNote note, double time) =>
        note.With(_departments.Select(d => d.Cosign(note.Text.Span, DateTimeOffset.FromUnixTimeSeconds((long)time))));

    private static NoteSigner Key(string name, KeyType type, byte seed) => new(name, type, [.. Enumerable.Repeat(seed, 32)]);
}
