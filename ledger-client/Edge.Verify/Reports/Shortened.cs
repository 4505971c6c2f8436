using Edge.Ledger.Merkle;

namespace Edge.Verify.Reports;

/// <summary>Hashes as people compare them: lower-case hex, the first twelve digits unless everything is asked for whole.</summary>
public static class Shortened
{
    public static string Hash(ReadOnlySpan<byte> hash, bool full)
    {
        var hex = Convert.ToHexStringLower(hash);
        return full ? hex : $"{hex[..12]}...";
    }

    public static string Hash(Hash32 hash, bool full) => Hash(hash.Bytes, full);
}
