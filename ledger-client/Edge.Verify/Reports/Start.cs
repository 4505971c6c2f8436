using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;

namespace Edge.Verify.Reports;

/// <summary>A start of the gateway that readings are under.</summary>
/// <param name="Number">From 1, in the order of the readings.</param>
/// <param name="Leaf">Hash of its entry; null when the file does not open the readings' context.</param>
/// <param name="Boot">Null when the file shows no more than the hash.</param>
internal readonly record struct Start(int Number, Hash32? Leaf, BootEntry? Boot)
{
    /// <summary>Each once; thousands of readings are under one, whose texts are not compared again for each.</summary>
    public static Start[] Of(Verdict verdict) =>
        [.. verdict.Readings.DistinctBy(r => r.Context?.Boot).Select((r, i) => new Start(i + 1, r.Context?.Boot, r.Boot))];
}
