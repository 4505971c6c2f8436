using Edge.Ledger.Entries;

namespace Edge.Ledger.Evidence;

/// <summary>A reading that is proved, with the entries that give it meaning, as far as they exist and are disclosed, and the interval in which it came to be.</summary>
/// <param name="NotBefore">POSIX seconds; null when no city block had been seen.</param>
/// <param name="NotAfter">POSIX seconds; null when the policy asks for no cosignatures.</param>
public sealed record ProvedReading(
    ulong Index, ReadingEntry Reading, BootEntry? Boot, ConfigurationEntry? Configuration, CalibrationEntry? Calibration, ClockEntry? Clock, SealEntry? Seal,
    ulong? NotBefore, ulong? NotAfter)
{
    /// <summary>The reading's context: which entries gave it meaning, by their hashes, shown or not. Null when the file does not open it.</summary>
    public ReadingContext? Context { get; init; }
}
