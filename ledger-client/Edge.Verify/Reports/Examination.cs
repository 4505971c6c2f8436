using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>A verdict with all that a report needs to show it.</summary>
/// <param name="EvidenceBytes">The file as it was read.</param>
/// <param name="PolicyBytes">The file as it was read.</param>
public sealed record Examination(Arguments Asked, byte[] EvidenceBytes, byte[] PolicyBytes, TrustPolicy Policy, Verdict Verdict, Phrases Phrases)
{
    public Instants Times { get; } = new(Asked.Zone, Phrases);

    /// <summary>The time to show for each reading.</summary>
    public DisplayTimes Displayed { get; } = new(Verdict.Readings);

    public ProvedInterval Interval { get; } = ProvedInterval.Of(Verdict, Policy);

    public ExitCode ExitCode => Verdict.Outcome == Outcome.Invalid ? ExitCode.Invalid : ExitCode.Valid;
}
