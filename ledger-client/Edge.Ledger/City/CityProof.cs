using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.City;

/// <summary>A leaf of the city log with its inclusion in a block that a quorum cosigned: what blocks and receipts have in common.</summary>
public sealed class CityProof
{
    private CityProof(TlogProof proof, byte[] leaf, NoteCheck block)
    {
        Proof = proof;
        Leaf = leaf;
        Block = block;
    }

    public TlogProof Proof { get; }

    public ReadOnlyMemory<byte> Leaf { get; }

    /// <summary>The block's checkpoint and who cosigned it when.</summary>
    public NoteCheck Block { get; }

    /// <summary>The name of a block, as seals carry it: SHA-256 of its final cosigned checkpoint note. Nobody could know it before a quorum had signed.</summary>
    public Hash32 BlockHash => HashOf(Proof.Note);

    public static Hash32 HashOf(SignedNote block) => TreeHasher.Sha256.Hash(block.ToBytes());

    /// <summary>Checks a proof against the policy; null with the reason when it does not hold.</summary>
    public static CityProof? Check(TlogProof proof, TrustPolicy policy, string city, out CityFault fault, out NoteCheck block)
    {
        block = policy.Check(proof.Note, city);
        fault = CityFault.Block;
        if (!block.IsAccepted)
            return null;
        fault = CityFault.NoLeaf;
        if (proof.Extra is not { } leaf)
            return null;
        fault = CityFault.NotIncluded;
        if (!proof.Includes(block.Checkpoint.Hasher.Leaf(leaf.Span), block.Checkpoint))
            return null;
        fault = CityFault.None;
        return new CityProof(proof, leaf.ToArray(), block);
    }
}
