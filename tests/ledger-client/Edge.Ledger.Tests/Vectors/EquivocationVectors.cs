using System.Text;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Accusations of <see cref="EquivocationCases"/> with what each shows.</summary>
internal static class EquivocationVectors
{
    public static object All()
    {
        var policy = EquivocationCases.All[0].Policy;
        var verifier = new EquivocationVerifier(TrustPolicy.Parse(Encoding.UTF8.GetBytes(policy)));
        return new
        {
            spec = "edge-spec 1",
            about = "verdict: proved, not_proved or unreadable. Files are base64.",
            policy,
            cases = EquivocationCases.All.Select(c => new
            {
                name = c.Name,
                verdict = c.Outcome switch { Outcome.Valid => "proved", null => "unreadable", _ => "not_proved" },
                shown = c.Outcome is null ? null : Facts(verifier.Verify(c.File)),
                file = Convert.ToBase64String(c.File),
            }).ToArray(),
        };
    }

    /// <summary>What a verifier of another make must find too.</summary>
    public static object Facts(EquivocationVerdict verdict) => new
    {
        fault = (int?)verdict.Fault?.Code,
        origin = verdict.First?.Checkpoint?.Origin,
        checkpoints = new[] { verdict.First, verdict.Second }.OfType<NoteCheck>().Select(c => new
        {
            size = c.Checkpoint!.Size,
            root = VectorFile.Hex(c.Checkpoint.Root.Bytes),
            accepted_by = c.Cosigners.Select(s => new { department = s.Witness, time = s.Time }).ToArray(),
        }).ToArray(),
    };
}
