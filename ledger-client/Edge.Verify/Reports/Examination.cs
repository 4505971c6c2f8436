using System.Globalization;
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
    public Instants Times { get; } = new(Asked.Zone);

    public ProvedInterval Interval { get; } = ProvedInterval.Of(Verdict, Policy);

    /// <summary>Readings whose configuration, calibration or clock the file does not show: where they have none, it is not known whether there was one.</summary>
    public IReadOnlySet<ulong> Undisclosed { get; } =
        Verdict.Findings.Where(f => f.Code == FindingCode.MeaningNotDisclosed).Select(f => ulong.Parse(f.Detail, NumberStyles.None, CultureInfo.InvariantCulture)).ToHashSet();

    public ExitCode ExitCode => Verdict.Outcome == Outcome.Invalid ? ExitCode.Invalid : ExitCode.Valid;
}
