using System.Security.Cryptography;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Merkle;

/// <summary>RFC 6962 section 2.1 written down as it reads: the oracle.</summary>
internal static class NaiveTree
{
    public static byte[] Entry(int index) => BitConverter.GetBytes(index * 2654435761L);

    public static byte[][] Entries(int count) => [.. Enumerable.Range(0, count).Select(Entry)];

    public static byte[] Root(ReadOnlySpan<byte[]> d)
    {
        if (d.Length == 0)
            return SHA256.HashData([]);
        if (d.Length == 1)
            return SHA256.HashData([0, .. d[0]]);
        var k = Split(d.Length);
        return SHA256.HashData([1, .. Root(d[..k]), .. Root(d[k..])]);
    }

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> d)
    {
        if (d.Length == 1)
            return [];
        var k = Split(d.Length);
        return m < k ? [.. Path(m, d[..k]), Root(d[k..])] : [.. Path(m - k, d[k..]), Root(d[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> d) => m == 0 ? [] : SubProof(m, d, true);

    /// <summary>The multiproof of SPEC.md section 3: the roots of the maximal subtrees without any of the leaves, left to right.</summary>
    public static List<byte[]> Multi(IReadOnlySet<int> leaves, ReadOnlySpan<byte[]> d, int begin = 0)
    {
        var end = begin + d.Length;
        if (!leaves.Any(i => i >= begin && i < end))
            return [Root(d)];
        if (d.Length == 1)
            return [];
        var k = Split(d.Length);
        return [.. Multi(leaves, d[..k], begin), .. Multi(leaves, d[k..], begin + k)];
    }

    public static Hash32[] Hashes(IEnumerable<byte[]> raw) => [.. raw.Select(h => new Hash32(h))];

    public static MemoryTree Tree(int count)
    {
        var tree = new MemoryTree(TreeHasher.Sha256);
        for (var i = 0; i < count; i++)
            tree.Append(Entry(i));
        return tree;
    }

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> d, bool whole)
    {
        if (m == d.Length)
            return whole ? [] : [Root(d)];
        var k = Split(d.Length);
        return m <= k ? [.. SubProof(m, d[..k], whole), Root(d[k..])] : [.. SubProof(m - k, d[k..], false), Root(d[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}
