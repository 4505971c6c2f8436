using System.Buffers.Binary;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Trees over the entries "i as four big-endian bytes": roots and proofs.</summary>
internal static class TreeVectors
{
    private static readonly ulong[] Sizes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33, 100];

    public static byte[] Entry(ulong index)
    {
        var entry = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(entry, (uint)index);
        return entry;
    }

    public static object All()
    {
        var tree = new MemoryTree(TreeHasher.Sha256);
        for (ulong i = 0; i < 100; i++)
            tree.Append(Entry(i));
        return new
        {
            spec = "edge-spec 1",
            about = "Entry i is i as four big-endian bytes; the tree of size n holds entries 0 to n - 1.",
            roots = Sizes.Select(n => new { size = n, root = Root(tree, n) }).ToArray(),
            inclusion = new (ulong Index, ulong Size)[] { (0, 1), (0, 2), (4, 5), (6, 7), (3, 8), (16, 17), (31, 33), (32, 33), (99, 100) }
                .Select(c => new { index = c.Index, size = c.Size, path = Hashes(ProofBuilder.Inclusion(tree, c.Index, c.Size)) }).ToArray(),
            consistency = new (ulong Old, ulong Size)[] { (0, 5), (5, 5), (1, 2), (3, 7), (4, 8), (6, 8), (7, 17), (33, 100) }
                .Select(c => new { old = c.Old, size = c.Size, proof = Hashes(ProofBuilder.Consistency(tree, c.Old, c.Size)) }).ToArray(),
            multi = new (ulong Size, ulong[] Indices)[] { (1, [0]), (2, [1]), (5, [4]), (7, [0, 6]), (8, [2, 3, 4]), (8, [0, 1, 2, 3, 4, 5, 6, 7]), (17, [1, 16]), (33, [5, 9, 32]), (100, [.. Range(40, 20)]), (100, [0, 50, 99]) }
                .Select(c => new { size = c.Size, indices = c.Indices, proof = Hashes(ProofBuilder.Multi(tree, c.Indices, c.Size)) }).ToArray(),
            refused_multi = Refused(tree),
            refused_inclusion = RefusedInclusion(tree),
            refused_consistency = RefusedConsistency(tree),
            sm3 = Sm3(),
        };
    }

    private static object Sm3()
    {
        var tree = new MemoryTree(TreeHasher.Sm3);
        for (ulong i = 0; i < 33; i++)
            tree.Append(Entry(i));
        return new
        {
            about = "The same entries in an SM3 log.",
            hashes = new[] { "", "abc", string.Concat(Enumerable.Repeat("abcd", 16)) }.Select(m => new { message = m, hash = VectorFile.Hex(TreeHasher.Sm3.Hash(System.Text.Encoding.ASCII.GetBytes(m)).Bytes) }).ToArray(),
            roots = Sizes.Where(n => n <= tree.Size).Select(n => new { size = n, root = Root(tree, n) }).ToArray(),
            inclusion = new[] { new { index = 31, size = 33, path = Hashes(ProofBuilder.Inclusion(tree, 31, 33)) } },
            consistency = new[] { new { old = 7, size = 17, proof = Hashes(ProofBuilder.Consistency(tree, 7, 17)) } },
            multi = new[] { new { size = 33, indices = new ulong[] { 5, 9, 32 }, proof = Hashes(ProofBuilder.Multi(tree, [5, 9, 32], 33)) } },
            refused_multi = Refused(tree),
            refused_inclusion = RefusedInclusion(tree),
            refused_consistency = RefusedConsistency(tree),
        };
    }

    private static object[] RefusedInclusion(MemoryTree tree)
    {
        var path = ProofBuilder.Inclusion(tree, 3, 8);
        return
        [
            Of("another place", 2, 8, path),
            Of("another size", 3, 7, path),
            Of("a hash too many", 3, 8, [.. path, default]),
            Of("a hash too few", 3, 8, [.. path.SkipLast(1)]),
            Of("two hashes exchanged", 3, 8, [path[1], path[0], .. path[2..]]),
            Of("a place beyond the size", 8, 8, path),
            Of("a place equal to the size, no hash", 1, 1, []),
        ];

        static object Of(string name, ulong index, ulong size, IEnumerable<Hash32> hashes) => new { name, index, size, path = Hashes(hashes) };
    }

    private static object[] RefusedConsistency(MemoryTree tree)
    {
        var proof = ProofBuilder.Consistency(tree, 3, 7);
        return
        [
            Of("another old size", 2, 7, proof),
            Of("another size", 3, 8, proof),
            Of("a hash too many", 3, 7, [.. proof, default]),
            Of("a hash too few", 3, 7, [.. proof.SkipLast(1)]),
            Of("two hashes exchanged", 3, 7, [proof[1], proof[0], .. proof[2..]]),
            Of("the larger tree first", 7, 3, proof),
            Of("equal sizes with a hash", 3, 3, [proof[0]]),
            Of("from size 0 with a hash", 0, 7, [proof[0]]),
            Of("no hash", 3, 7, []),
        ];

        static object Of(string name, ulong old, ulong size, IEnumerable<Hash32> hashes) => new { name, old, size, proof = Hashes(hashes) };
    }

    private static object[] Refused(MemoryTree tree)
    {
        var proof = ProofBuilder.Multi(tree, [2, 3, 4], 8);
        return
        [
            new { name = "a hash too many", size = 8, indices = new ulong[] { 2, 3, 4 }, proof = Hashes([.. proof, default]) },
            new { name = "a hash too few", size = 8, indices = new ulong[] { 2, 3, 4 }, proof = Hashes([.. proof.SkipLast(1)]) },
            new { name = "two hashes exchanged", size = 8, indices = new ulong[] { 2, 3, 4 }, proof = Hashes([proof[1], proof[0], .. proof[2..]]) },
            new { name = "other places", size = 8, indices = new ulong[] { 3, 4, 5 }, proof = Hashes(proof) },
            new { name = "not ascending", size = 8, indices = new ulong[] { 3, 2, 4 }, proof = Hashes(proof) },
            new { name = "a place twice", size = 8, indices = new ulong[] { 2, 2, 4 }, proof = Hashes(proof) },
            new { name = "a place beyond the size", size = 8, indices = new ulong[] { 2, 3, 8 }, proof = Hashes(proof) },
            new { name = "no place", size = 8, indices = Array.Empty<ulong>(), proof = new[] { Root(tree, 8) } },
        ];
    }

    private static IEnumerable<ulong> Range(ulong first, ulong count)
    {
        for (var i = first; i < first + count; i++)
            yield return i;
    }

    private static string Root(MemoryTree tree, ulong size) => VectorFile.Hex(ProofBuilder.Root(tree, size).Bytes);

    private static string[] Hashes(IEnumerable<Hash32> hashes) => [.. hashes.Select(h => VectorFile.Hex(h.Bytes))];
}
