namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Codes to try: the ends, both sides of zero, and seeded ones between.</summary>
internal static class Codes
{
    public static IEnumerable<int> Signed(int bits, int count, int seed)
    {
        var end = 1 << (bits - 1);
        return Between(-end, end - 1, count, seed).Concat([-1, 0, 1]);
    }

    public static IEnumerable<int> Between(int smallest, int largest, int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => random.Next(smallest, largest + 1)).Concat([smallest, smallest + 1, largest - 1, largest]);
    }
}
