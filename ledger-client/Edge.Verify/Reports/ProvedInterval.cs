using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;

namespace Edge.Verify.Reports;

/// <summary>The interval that holds all that is proved: the earliest lower bound, if every reading has one, and the upper bound they share.</summary>
/// <param name="NotBefore">POSIX seconds.</param>
/// <param name="NotAfter">POSIX seconds; true times may lie up to a second later, since departments sign whole seconds.</param>
public readonly record struct ProvedInterval(ulong? NotBefore, ulong? NotAfter)
{
    public static ProvedInterval Of(Verdict verdict, TrustPolicy policy)
    {
        var readings = verdict.Readings;
        if (verdict.Findings.Any(f => f.Code == FindingCode.BoundsCrossed))
            return default;
        return new ProvedInterval(
            readings.Count > 0 && readings.All(r => r.NotBefore is not null) ? readings.Min(r => r.NotBefore) : null,
            TimeBounds.SignedBy(policy, verdict.AcceptedBy));
    }
}
