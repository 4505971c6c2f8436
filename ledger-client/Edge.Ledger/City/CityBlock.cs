using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.City;

/// <summary>A verified block: its header, which is its last leaf, and the cosigned checkpoint.</summary>
public sealed record CityBlock(BlockHeader Header, CityProof Proof)
{
    public Merkle.Hash32 Hash => Proof.BlockHash;

    /// <summary>Writes a block: header leaf as extra, its path, the cosigned checkpoint.</summary>
    public static TlogProof Write(BlockHeader header, ulong size, IReadOnlyList<Merkle.Hash32> path, SignedNote cosigned) =>
        new(header.ToBytes(), size - 1, path, cosigned);

    /// <summary>Reads and checks a block of <paramref name="city"/>; null with the reason when it is not to be believed.</summary>
    public static CityBlock? Verify(ReadOnlySpan<byte> bytes, TrustPolicy policy, string city, out string reason)
    {
        try
        {
            var proof = CityProof.Check(TlogProof.Parse(bytes), policy, city, out var fault, out var note);
            if (proof is null)
            {
                reason = fault == CityFault.Block ? $"{fault}: {note.Fault} ({note.Detail})" : fault.ToString();
                return null;
            }

            var header = BlockHeader.Parse(proof.Leaf.Span);
            reason = proof.Proof.Index == proof.Block.Checkpoint!.Size - 1 ? "" : CityFault.HeaderNotLast.ToString();
            return reason.Length == 0 ? new CityBlock(header, proof) : null;
        }
        catch (MalformedException e)
        {
            reason = e.Message;
            return null;
        }
    }
}
