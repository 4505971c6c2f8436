using System.Security.Cryptography;
using Edge.Demo.Towns;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Integration.Tests.Strangers;

/// <summary>What a stranger can make who knows everything that is public, and has keys of his own under the same names.</summary>
internal sealed class Forgeries(TownPlan plan)
{
    private readonly NoteSigner _gateway = Key(plan.Origin, KeyType.Ed25519);
    private readonly NoteSigner _city = Key(plan.City, KeyType.Ed25519);
    private readonly NoteSigner[] _departments = [.. plan.Departments.Select(d => Key($"{d}.{plan.City}", KeyType.Ed25519Cosignature))];

    /// <summary>A whole receipt, everything signed with the wrong keys.</summary>
    public byte[] Receipt() => ReceiptOf(Cosigned(new Checkpoint(plan.Origin, 1_000_000, Noise()).Sign(_gateway)));

    /// <summary>A receipt whose anchor is genuine, in a block of the stranger's own.</summary>
    public byte[] ReceiptOf(SignedNote anchor)
    {
        var leaf = AnchorLeaf.Write(anchor);
        var tree = new MemoryTree(TreeHasher.Sha256);
        tree.Append(leaf);
        return Ledger.City.Receipt.Write(leaf, 0, [], Cosigned(new Checkpoint(plan.City, 1, tree.Root).Sign(_city))).ToBytes();
    }

    /// <summary>A genuine receipt that speaks of another checkpoint.</summary>
    public byte[] ReceiptWithAnotherAnchor(ReadOnlyMemory<byte> genuine) =>
        (TlogProof.Parse(genuine.Span) with { Extra = AnchorLeaf.Write(Cosigned(new Checkpoint(plan.Origin, 1_000_000, Noise()).Sign(_gateway))) }).ToBytes();

    /// <summary>A department's refusal that would stop the gateway: it claims another history.</summary>
    public byte[] Refusal(Checkpoint of) =>
        new Refusal(plan.Origin, 409, of.Size, of.Root, new Checkpoint(plan.Origin, of.Size + 5, Noise()).Sign(_gateway), "another root was accepted").Sign(_departments[0], DateTimeOffset.UnixEpoch).ToBytes();

    public byte[] Block()
    {
        var header = new BlockHeader(1_000_000, 1, default);
        var tree = new MemoryTree(TreeHasher.Sha256);
        tree.Append(header.ToBytes());
        return CityBlock.Write(header, 1, [], Cosigned(new Checkpoint(plan.City, 1, tree.Root).Sign(_city))).ToBytes();
    }

    /// <summary>A checkpoint in the gateway's name.</summary>
    public byte[] Anchor() => new AddCheckpointRequest(0, [], new Checkpoint(plan.Origin, 1_000_000, Noise()).Sign(_gateway)).ToBytes();

    private SignedNote Cosigned(SignedNote note) => note.With(_departments.Select(d => d.Cosign(note.Text.Span, DateTimeOffset.UnixEpoch)));

    private static NoteSigner Key(string name, KeyType type) => new(name, type, SHA256.HashData("a stranger's seed"u8));

    private static Hash32 Noise() => new(SHA256.HashData("noise"u8));
}
