using Edge.Ledger.Entries;

namespace Edge.Sparkplug.Payloads;

/// <summary>The three values of the property Quality (Sparkplug 3.0.0, section 6.4.12).</summary>
internal static class QualityCode
{
    private const uint Bad = 0, Good = 192;

    /// <summary>Not of now: from before this start, or nothing was read yet.</summary>
    public const uint Stale = 500;

    /// <summary>A doubted value is none that an operator may take for good, and there is no code between: it goes with its value as bad, and the reason tells why.</summary>
    public static uint Of(Quality quality) => quality == Quality.Good ? Good : Bad;
}
