using Edge.Fuzz.Mutations;
using Edge.Ledger.Merkle;

namespace Edge.Fuzz.Targets;

/// <summary>Makes the digest at the end of a file right again.</summary>
internal static class EvidenceDigest
{
    public static void Repair(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (mutant.Length > Hash32.Size)
            TreeHasher.Sha256.Hash(mutant.Bytes[..^Hash32.Size]).Bytes.CopyTo(mutant.Bytes[^Hash32.Size..]);
    }
}
