using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>What every evidence file rests on: a gateway's checkpoint that a quorum accepted, in a block that a quorum signed. Each signature is checked once.</summary>
internal static class Anchorage
{
    /// <summary>The gateway named by a checkpoint's origin; null when it is no gateway's.</summary>
    public static LogOrigin? Gateway(string origin) => LogOrigin.TryParse(origin) is { GatewayId: not null } gateway ? gateway : null;

    /// <summary>The receipt when both notes are accepted and the path leads from one to the other; otherwise null and what is wrong.</summary>
    /// <param name="inBlock">The anchor's place in a block; null where there can be none.</param>
    public static Receipt? Check(TrustPolicy policy, LogOrigin gateway, SignedNote anchor, TlogProof? inBlock, out Finding fault)
    {
        var accepted = policy.Check(anchor, gateway.ToString());
        fault = new Finding(OfAnchor(accepted.Fault), accepted.Detail, accepted.Fault);
        if (!accepted.IsAccepted)
            return null;
        fault = new Finding(FindingCode.NotInBlock);
        if (inBlock is null)
            return null;
        var block = CityProof.Check(inBlock, policy, gateway.City, out var why, out var note);
        if (why == CityFault.Block)
            fault = new Finding(FindingCode.BlockNotAccepted, note.Detail, note.Fault);
        return block is null ? null : new Receipt(anchor, accepted, block);
    }

    /// <summary>Lower bounds by block hash: each block must be named by a seal, once, in order, and be accepted for the city.</summary>
    /// <param name="named">Blocks that seals name, in their order.</param>
    /// <exception cref="MalformedException">A block that no seal names, or not in order.</exception>
    public static Finding? CheckBlocks(TrustPolicy policy, string city, List<Merkle.Hash32> named, IReadOnlyList<SignedNote> blocks, out Dictionary<Merkle.Hash32, ulong?> bounds)
    {
        bounds = [];
        var place = 0;
        foreach (var block in blocks)
        {
            place = named.IndexOf(CityProof.HashOf(block), place) + 1;
            if (place == 0)
                throw new MalformedException("evidence: a city block that no seal names, or not in the order of the seals");
        }

        foreach (var block in blocks)
        {
            var check = policy.Check(block, city);
            if (!check.IsAccepted)
                return new Finding(FindingCode.BeaconNotAccepted, check.Detail, check.Fault);
            bounds[CityProof.HashOf(block)] = TimeBounds.SignedFrom(policy, check.Cosigners);
        }

        return null;
    }

    private static FindingCode OfAnchor(NoteFault fault) => fault switch
    {
        NoteFault.UnknownLog => FindingCode.GatewayUnknown,
        NoteFault.BadCosignature => FindingCode.DepartmentSignature,
        NoteFault.NoQuorum => FindingCode.NoQuorum,
        _ => FindingCode.GatewaySignature,
    };
}
