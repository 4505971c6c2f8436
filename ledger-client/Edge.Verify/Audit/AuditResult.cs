using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Verify.Audit;

/// <summary>What an audit came to.</summary>
/// <param name="Note">The checkpoint's note as it lies in the folder.</param>
/// <param name="Check">What the policy says of it.</param>
/// <param name="Findings">Faults first, in the log's order, then reservations; of either a bounded number.</param>
/// <param name="FaultCount">All faults, also those that are not listed.</param>
/// <param name="ReservationCount">All reservations likewise.</param>
/// <param name="Checked">Entries found to be the ones under the checkpoint.</param>
/// <param name="Oldest">The first entry that is there.</param>
/// <param name="Folder">What lies there.</param>
public sealed record AuditResult(
    SignedNote Note, NoteCheck Check, IReadOnlyList<AuditFinding> Findings, ulong FaultCount, ulong ReservationCount, ulong Checked, ulong Oldest,
    FolderSurvey Folder, LogReview Review)
{
    /// <summary>What the note states, accepted or not.</summary>
    public Checkpoint Checkpoint { get; } = Checkpoint.Parse(Note);

    /// <summary>The checkpoint is not accepted: nothing but its note was looked at.</summary>
    public bool IsRefused => Findings.Any(f => f.IsRefusal);

    /// <summary>The gravest fault, of equal ones the first; null when there is none.</summary>
    public AuditFinding? Gravest => Findings.Where(f => f.IsFault).MinBy(f => f.Rank);

    public Outcome Outcome => FaultCount > 0 ? Outcome.Invalid : Findings.Count > 0 ? Outcome.ValidBut : Outcome.Valid;
}
