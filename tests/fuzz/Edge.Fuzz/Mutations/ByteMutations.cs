namespace Edge.Fuzz.Mutations;

/// <summary>Changes that know nothing of any format.</summary>
internal static class ByteMutations
{
    private static readonly byte[] Telling = [0, 1, 9, 0x0A, 0x0D, 0x20, 0x22, 0x2B, 0x2F, 0x30, 0x39, 0x3D, 0x7F, 0x80, 0x9B, 0xBB, 0xF6, 0xFB, 0xFF];

    public static IReadOnlyList<Mutation> All { get; } = [FlipBit, FlipBit, SetTelling, SetAny, Remove, CutOff, CutFront, Repeat, Run, Insert, Splice, Swap];

    public static void FlipBit(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (mutant.Length > 0)
            mutant.Bytes[dice.Next(mutant.Length)] ^= (byte)(1 << dice.Next(8));
    }

    /// <summary>Grows beyond every limit by repeating one stretch; costs time, so it is used seldom.</summary>
    public static void BlowUp(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (at, length) = Stretch(mutant, dice, 600);
        if (length == 0)
            return;
        byte[] block = mutant.Bytes.Slice(at, length).ToArray();
        var goal = 1 << dice.Next(10, 18);
        byte[] blocks = [.. Enumerable.Repeat(block, (goal / length) + 1).SelectMany(b => b)];
        mutant.Insert(at, blocks);
    }

    private static void SetTelling(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (mutant.Length > 0)
            mutant.Bytes[dice.Next(mutant.Length)] = dice.Of(Telling);
    }

    private static void SetAny(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (mutant.Length > 0)
            mutant.Bytes[dice.Next(mutant.Length)] = (byte)dice.Next(256);
    }

    private static void Remove(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (at, length) = Stretch(mutant, dice, 12);
        mutant.Remove(at, length);
    }

    private static void CutOff(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var at = dice.Next(mutant.Length + 1);
        mutant.Remove(at, mutant.Length - at);
    }

    private static void CutFront(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others) => mutant.Remove(0, dice.Next(Math.Min(mutant.Length, 64) + 1));

    private static void Repeat(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (at, length) = Stretch(mutant, dice, 80);
        Span<byte> block = stackalloc byte[length];
        mutant.Bytes.Slice(at, length).CopyTo(block);
        mutant.Insert(at, block);
    }

    private static void Run(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        Span<byte> run = stackalloc byte[dice.Next(1, 24)];
        run.Fill(dice.Of(Telling));
        mutant.Insert(dice.Next(mutant.Length + 1), run);
    }

    private static void Insert(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others) =>
        mutant.Insert(dice.Next(mutant.Length + 1), [(byte)dice.Next(256)]);

    private static void Splice(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var other = dice.Of(others);
        var at = dice.Next(mutant.Length + 1);
        mutant.Replace(at, mutant.Length - at, other.AsSpan(dice.OneIn(2) ? Math.Min(at, other.Length) : dice.Next(other.Length + 1)));
    }

    private static void Swap(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (mutant.Length == 0)
            return;
        var (a, b) = (dice.Next(mutant.Length), dice.Next(mutant.Length));
        (mutant.Bytes[a], mutant.Bytes[b]) = (mutant.Bytes[b], mutant.Bytes[a]);
    }

    private static (int At, int Length) Stretch(Mutant mutant, Dice dice, int most)
    {
        var at = dice.Next(mutant.Length + 1);
        return (at, Math.Min(dice.Next(1, most), mutant.Length - at));
    }
}
