namespace Edge.Fuzz.Mutations;

/// <summary>Makes an input out of one that is known: a few changes, then mostly a repair of what would hide them.</summary>
/// <param name="repair">Makes digests, key ids or signatures right again; null where there are none.</param>
internal sealed class Mutator(IReadOnlyList<Mutation> mutations, Mutation? repair, Dice dice)
{
    private const int Garbage = 64;
    private const int Unrepaired = 16;
    private const int Giant = 4096;

    private readonly Mutant _mutant = new();

    /// <summary>The next input; valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(IReadOnlyList<byte[]> corpus)
    {
        if (dice.OneIn(Garbage))
            return Noise();
        _mutant.Set(dice.Of(corpus));
        for (var n = Count(); n > 0; n--)
            dice.Of(mutations)(_mutant, dice, corpus);
        if (dice.OneIn(Giant))
            ByteMutations.BlowUp(_mutant, dice, corpus);
        if (repair is not null && !dice.OneIn(Unrepaired))
            repair(_mutant, dice, corpus);
        return _mutant.Bytes;
    }

    /// <summary>Mostly one change: an input with many is refused for the first of them.</summary>
    private int Count() => dice.Next(8) switch { < 4 => 1, < 6 => 2, 6 => 3, _ => dice.Next(4, 9) };

    private ReadOnlySpan<byte> Noise()
    {
        _mutant.Set(new byte[dice.Next(200)]);
        foreach (ref var b in _mutant.Bytes)
            b = (byte)dice.Next();
        return _mutant.Bytes;
    }
}
