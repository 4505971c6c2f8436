using System.Text;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Evidence files of <see cref="EvidenceCases"/> with what is proved by each.</summary>
internal static class EvidenceVectors
{
    public static object All()
    {
        var policies = EvidenceCases.All.Select(c => c.Policy).Distinct().ToList();
        return new
        {
            spec = "edge-spec 1",
            about = "verdict: valid, valid_but, invalid or unreadable. findings: codes in the order found. Files are base64.",
            policies,
            cases = EvidenceCases.All.Select(c => new { name = c.Name, policy = policies.IndexOf(c.Policy), verdict = Word(c.Outcome), proved = Proved(c), file = Convert.ToBase64String(c.File) }).ToArray(),
        };
    }

    public static string Word(Outcome? outcome) => outcome switch
    {
        Outcome.Valid => "valid",
        Outcome.ValidBut => "valid_but",
        Outcome.Invalid => "invalid",
        _ => "unreadable",
    };

    /// <summary>What a verifier of another make must find too.</summary>
    public static object? Facts(Verdict verdict) => new
    {
        findings = verdict.Findings.Select(f => (int)f.Code).ToArray(),
        gateway = verdict.Gateway?.ToString(),
        size = verdict.Receipt?.Checkpoint.Size,
        accepted_by = verdict.AcceptedBy.Select(c => new { department = c.Witness, time = c.Time }).ToArray(),
        readings = verdict.Readings.Select(r => new { index = r.Index, channel = r.Reading.Channel, value = r.Reading.Value, certificate = r.Calibration?.Certificate, not_before = r.NotBefore, not_after = r.NotAfter }).ToArray(),
        complete = verdict.Complete.Select(r => new { first = r.First, last = r.Last, count = r.Count }).ToArray(),
    };

    private static object? Proved(EvidenceCase c) =>
        c.Outcome is null ? null : Facts(new EvidenceVerifier(TrustPolicy.Parse(Encoding.UTF8.GetBytes(c.Policy))).Verify(c.File));
}
