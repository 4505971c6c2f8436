namespace Edge.Store.Log;

/// <summary>Something that was not what had been written, found when the log was opened or since. What verified was kept.</summary>
/// <param name="First">The first entry whose bytes are lost; meaningful if <paramref name="Count"/> is not 0.</param>
/// <param name="Count">Entries whose bytes are lost; 0 when only what can be recomputed was damaged.</param>
/// <param name="What">What was found, in words for the operator, with the file and place.</param>
/// <param name="Quarantine">The file in which the damaged bytes are kept; null if there was nothing to keep.</param>
public sealed record StoreDamage(ulong First, ulong Count, string What, string? Quarantine)
{
    /// <summary>Whether these entries may never have been durable: what a power cut leaves is no damage, but their numbers are not given again, and a gap tells of them.</summary>
    public bool MayBeUnwritten { get; init; }

    /// <summary>Whether somebody has removed or replaced a file of the log, or what follows from that: it says nothing of the card.</summary>
    public bool IsByHand { get; init; }
}
