namespace Edge.Fuzz.Mutations;

/// <summary>Seeded chance, cheap enough to be asked several times per input (SplitMix64): the same seed gives the same run.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="limit"/> - 1; 0 when the limit is 0.</summary>
    public int Next(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    public int Next(int from, int limit) => from + Next(limit - from);

    /// <summary>True once in <paramref name="n"/> times.</summary>
    public bool OneIn(int n) => Next(n) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
