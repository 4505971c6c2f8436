using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>A signed checkpoint without its root, where the root follows from a proof beside it.</summary>
public sealed record RootlessNote(string Origin, ulong Size, IReadOnlyList<NoteSignature> Signatures)
{
    /// <exception cref="MalformedException">The note's text is not a checkpoint.</exception>
    public static RootlessNote Of(SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note);
        return new RootlessNote(checkpoint.Origin, checkpoint.Size, note.Signatures);
    }

    /// <summary>The note as its log signed it, if it signed this root.</summary>
    public SignedNote WithRoot(in Hash32 root) => new(new Checkpoint(Origin, Size, root).ToText(), Signatures);
}
