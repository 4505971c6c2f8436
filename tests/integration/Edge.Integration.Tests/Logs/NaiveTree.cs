using System.Security.Cryptography;
using Edge.Ledger.Merkle;

namespace Edge.Integration.Tests.Logs;

/// <summary>MTH as RFC 6962 section 2.1 writes it: slow and obviously right.</summary>
internal static class NaiveTree
{
    public static Hash32 Root(ReadOnlySpan<byte[]> entries) => new(Hash(entries));

    private static byte[] Hash(ReadOnlySpan<byte[]> entries)
    {
        if (entries.Length <= 1)
            return SHA256.HashData(entries.Length == 0 ? [] : [0, .. entries[0]]);
        var split = 1;
        while (split * 2 < entries.Length)
            split *= 2;
        return SHA256.HashData([1, .. Hash(entries[..split]), .. Hash(entries[split..])]);
    }
}
