using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Merkle.Lanes;

/// <summary>Batches through the hasher against <see cref="SHA256.HashData(byte[])"/>, one message after the other: the same for every width, in this process or another.</summary>
internal static class LaneTrials
{
    /// <summary>Each side of every edge of SHA-256's blocks and padding, prefix included.</summary>
    private static readonly int[] Edges = [0, 1, 2, 53, 54, 55, 56, 57, 61, 62, 63, 64, 65, 110, 117, 118, 119, 120, 126, 127, 128, 129, 182, 183, 246, 247, 1000, 4096, 61_440, 65_535];

    private static readonly int[] Counts = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 511, 512, 513, 1100];

    public static IReadOnlyList<(string Name, Action Run)> All { get; } =
    [
        ("leaves of one length", LeavesOfOneLength),
        ("leaves of edge lengths", LeavesOfEdgeLengths),
        ("leaves of random lengths", LeavesOfRandomLengths),
        ("overlapping windows", OverlappingWindows),
        ("nodes", Nodes),
        ("salts", Salts),
    ];

    private static void LeavesOfOneLength()
    {
        foreach (var count in Counts)
        {
            foreach (var length in new[] { 0, 54, 55, 63, 110, 119, 200 })
                CompareBundle(Enumerable.Repeat(length, count));
        }
    }

    private static void LeavesOfEdgeLengths()
    {
        CompareBundle(Edges);
        CompareBundle(Edges.Reverse());
        foreach (var length in Edges)
            CompareBundle([110, 110, 110, length, 110, 110]);
        foreach (var length in Edges.Where(l => l <= 256))
            CompareBundle(Enumerable.Repeat(110, 70).Append(length).Concat(Enumerable.Repeat(length + 1, 3)));
    }

    private static void LeavesOfRandomLengths()
    {
        var random = new Random(7);
        foreach (var limit in new[] { 10, 64, 130, 400, 5000 })
        {
            foreach (var count in Counts)
                CompareBundle(Enumerable.Range(0, count).Select(_ => random.Next(limit)));
        }
    }

    private static void OverlappingWindows()
    {
        var random = new Random(11);
        var memory = new byte[3000];
        random.NextBytes(memory);
        for (var offset = 0; offset < 67; offset++)
        {
            var buffer = memory.AsSpan(offset, memory.Length - (2 * offset));
            var windows = new Range[100];
            for (var i = 0; i < windows.Length; i++)
            {
                var start = i < 40 ? i % 3 : random.Next(buffer.Length - 200);
                windows[i] = i % 5 == 0 ? (buffer.Length - i)..buffer.Length : start..(start + random.Next(200));
            }

            var leaves = new Hash32[windows.Length];
            TreeHasher.Sha256.Leaves(buffer, windows, leaves);
            for (var i = 0; i < windows.Length; i++)
                Compare([0, .. buffer[windows[i]]], leaves[i]);
        }
    }

    private static void Nodes()
    {
        var random = new Random(13);
        foreach (var count in Counts.Concat(Enumerable.Range(10, 60)))
        {
            var children = new Hash32[2 * count];
            random.NextBytes(MemoryMarshal.AsBytes(children.AsSpan()));
            var parents = new Hash32[count];
            TreeHasher.Sha256.Nodes(children, parents);
            for (var i = 0; i < count; i++)
                Compare([1, .. children[2 * i].ToArray(), .. children[(2 * i) + 1].ToArray()], parents[i]);
            TreeHasher.Sha256.Nodes(children, children.AsSpan(0, count));
            if (!children.AsSpan(0, count).SequenceEqual(parents))
                throw new InvalidOperationException($"{count} nodes written over their children are not the same.");
        }
    }

    private static void Salts()
    {
        Span<byte> expected = stackalloc byte[Salt.Size];
        foreach (var length in new[] { 0, 1, 31, 32, 63, 64, 65, 200 })
        {
            byte[] secret = [.. Enumerable.Range(length, length).Select(i => (byte)i)];
            using var source = new SaltSource(secret);
            foreach (var first in (ulong[])[0, 5, uint.MaxValue - 3, ulong.MaxValue - 40])
            {
                foreach (var count in Counts)
                {
                    var salts = new byte[count * Salt.Size];
                    source.DeriveAll(first, salts);
                    for (var i = 0; i < count; i++)
                    {
                        Salt.Derive(secret, first + (ulong)i, expected);
                        if (!salts.AsSpan(i * Salt.Size, Salt.Size).SequenceEqual(expected))
                            throw new InvalidOperationException($"{TreeHasher.Sha256.Lanes} lanes derive salt {first} + {i} under a secret of {length} bytes wrongly.");
                    }
                }
            }
        }
    }

    private static void CompareBundle(IEnumerable<int> lengths)
    {
        int[] all = [.. lengths];
        var random = new Random(all.Length);
        var entries = all.Select(length => new byte[length]).ToList();
        entries.ForEach(e => random.NextBytes(e));
        byte[] bundle = [.. entries.SelectMany(e => (byte[])[(byte)(e.Length >> 8), (byte)e.Length, .. e])];
        var leaves = new Hash32[all.Length];
        TreeHasher.Sha256.Leaves(bundle, leaves);
        for (var i = 0; i < all.Length; i++)
            Compare([0, .. entries[i]], leaves[i]);
    }

    private static void Compare(byte[] message, in Hash32 hash)
    {
        if (hash != new Hash32(SHA256.HashData(message)))
            throw new InvalidOperationException($"{TreeHasher.Sha256.Lanes} lanes hash a message of {message.Length} bytes wrongly.");
    }
}
