using Edge.Ledger.Notes;

namespace Edge.Verify.Equivocation;

/// <summary>A note and the checkpoint it is of.</summary>
internal sealed record AccusedNote(SignedNote Note, Checkpoint Checkpoint)
{
    /// <exception cref="Edge.Ledger.MalformedException">The note is not a checkpoint.</exception>
    public static AccusedNote Of(SignedNote note) => new(note, Checkpoint.Parse(note));
}
