namespace Edge.Simulators.Signals;

/// <summary>Numbers that look random and are the same for the same seed and step.</summary>
internal static class SeededNoise
{
    /// <summary>From 0 to 1: SplitMix64's finisher.</summary>
    public static double Unit(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ x >> 27) * 0x94D0_49BB_1331_11EB;
        return ((x ^ x >> 31) >> 11) / (double)(1UL << 53);
    }

    /// <summary>From -1 to 1.</summary>
    public static double Between(ulong seed, long step) => 2 * Unit(seed ^ (ulong)(step + 1) * 0x9E37_79B9_7F4A_7C15) - 1;
}
