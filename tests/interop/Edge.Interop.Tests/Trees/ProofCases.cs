using System.Numerics;

namespace Edge.Interop.Tests.Trees;

/// <summary>Every size from 1 to 1,025; in each its root, and proofs at its edges, around its powers of two and at places drawn by a fixed seed.</summary>
internal static class ProofCases
{
    private const int Drawn = 6;

    /// <summary>About twenty inclusion and consistency proofs for every size; all of them up to 64.</summary>
    public static IReadOnlyList<ProofCase> Many { get; } = [.. Sizes.SelectMany(Of)];

    /// <summary>One of each kind for every size, for peers that hash the whole tree for every proof.</summary>
    public static IReadOnlyList<ProofCase> Few { get; } = [.. Many.GroupBy(proof => (proof.Size, proof.Kind)).Select(group => group.ElementAt((int)(group.Key.Size * 7 % (ulong)group.Count())))];

    private static IEnumerable<ulong> Sizes => Enumerable.Range(1, (int)EntryTree.MaxSize).Select(size => (ulong)size);

    private static IEnumerable<ProofCase> Of(ulong size) =>
    [
        new ProofCase(ProofKind.Root, 0, size),
        .. Places(size).Select(place => new ProofCase(ProofKind.Inclusion, place, size)),
        .. Places(size).Where(place => place > 0).Select(place => new ProofCase(ProofKind.Consistency, place, size)),
    ];

    /// <summary>Places below the size, ascending.</summary>
    private static IEnumerable<ulong> Places(ulong size)
    {
        if (size <= 64)
            return Enumerable.Range(0, (int)size).Select(place => (ulong)place);
        var random = new Random((int)size);
        var power = 1UL << BitOperations.Log2(size - 1);
        ulong[] edges = [0, 1, 2, 3, (size / 2) - 1, size / 2, power / 2, power - 1, power, power + 1, size - 3, size - 2, size - 1];
        return edges.Concat(Enumerable.Range(0, Drawn).Select(_ => (ulong)random.NextInt64((long)size))).Where(place => place < size).Distinct().Order();
    }
}
