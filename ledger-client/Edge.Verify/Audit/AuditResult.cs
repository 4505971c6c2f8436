using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Verify.Audit;

/// <summary>What an audit came to.</summary>
/// <param name="Note">The checkpoint's note as it lies in the folder.</param>
/// <param name="Check">What the policy says of it.</param>
/// <param name="Findings">Faults first, then reservations; of either a bounded number.</param>
/// <param name="FaultCount">All faults, also those that are not listed.</param>
/// <param name="Checked">Entries found to be the ones under the checkpoint.</param>
/// <param name="Oldest">The first entry that is there.</param>
/// <param name="Files">Tiles and bundles read.</param>
/// <param name="Bytes">Bytes read.</param>
public sealed record AuditResult(
    SignedNote Note, NoteCheck Check, IReadOnlyList<AuditFinding> Findings, ulong FaultCount, ulong Checked, ulong Oldest, ulong Files, ulong Bytes, LogReview Review)
{
    /// <summary>What the note states, accepted or not.</summary>
    public Checkpoint Checkpoint { get; } = Checkpoint.Parse(Note);

    public Outcome Outcome => FaultCount > 0 ? Outcome.Invalid : Findings.Count > 0 ? Outcome.ValidBut : Outcome.Valid;
}
