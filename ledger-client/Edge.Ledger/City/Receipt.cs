using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.City;

/// <summary>A verified receipt: a gateway's checkpoint that a quorum of departments cosigned, and its inclusion in a block of the city log.</summary>
public sealed record Receipt(SignedNote Anchor, NoteCheck Accepted, CityProof Block)
{
    public Checkpoint Checkpoint => Accepted.Checkpoint!;

    /// <summary>Writes a receipt: anchor leaf as extra, its index and path, the block's cosigned checkpoint.</summary>
    public static TlogProof Write(ReadOnlyMemory<byte> anchorLeaf, ulong index, IReadOnlyList<Merkle.Hash32> path, SignedNote block) =>
        new(anchorLeaf, index, path, block);

    /// <summary>Reads and checks a receipt for <paramref name="origin"/>; null with the reason when it is not to be believed.</summary>
    public static Receipt? Verify(ReadOnlySpan<byte> bytes, TrustPolicy policy, LogOrigin origin, out ReceiptProblem problem)
    {
        try
        {
            return Verify(TlogProof.Parse(bytes), policy, origin, out problem);
        }
        catch (MalformedException e)
        {
            problem = new ReceiptProblem(CityFault.Malformed, null, e.Message);
            return null;
        }
    }

    /// <inheritdoc cref="Verify(ReadOnlySpan{byte}, TrustPolicy, LogOrigin, out ReceiptProblem)"/>
    public static Receipt? Verify(TlogProof proof, TrustPolicy policy, LogOrigin origin, out ReceiptProblem problem)
    {
        var city = CityProof.Check(proof, policy, origin.City, out var fault, out var block);
        problem = new ReceiptProblem(fault, block.IsAccepted ? null : block, block.Detail);
        if (city is null)
            return null;
        try
        {
            var anchor = AnchorLeaf.Parse(city.Leaf.Span);
            var accepted = policy.Check(anchor, origin.ToString());
            problem = new ReceiptProblem(CityFault.Anchor, accepted, accepted.Detail);
            return accepted.IsAccepted ? new Receipt(anchor, accepted, city) : null;
        }
        catch (MalformedException e)
        {
            problem = new ReceiptProblem(CityFault.Malformed, null, e.Message);
            return null;
        }
    }
}
