using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Properties;

/// <summary>Every proof that is one step away from a right one.</summary>
internal static class Tampering
{
    private static readonly Hash32 Foreign = TreeHasher.Sha256.Hash("foreign"u8);

    /// <summary>One hash changed, by a bit or wholly; one left out; one put in anywhere; two neighbours exchanged.</summary>
    public static IEnumerable<Hash32[]> Of(Hash32[] proof)
    {
        for (var i = 0; i < proof.Length; i++)
        {
            yield return [.. proof[..i], Flipped(proof[i], i), .. proof[(i + 1)..]];
            yield return [.. proof[..i], Foreign, .. proof[(i + 1)..]];
            yield return [.. proof[..i], .. proof[(i + 1)..]];
            if (i > 0 && proof[i] != proof[i - 1])
                yield return [.. proof[..(i - 1)], proof[i], proof[i - 1], .. proof[(i + 1)..]];
        }

        for (var i = 0; i <= proof.Length; i++)
            yield return [.. proof[..i], i < proof.Length ? proof[i] : Foreign, .. proof[i..]];
    }

    private static Hash32 Flipped(Hash32 hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit % Hash32.Size] ^= (byte)(1 << bit % 8);
        return new Hash32(bytes);
    }
}
