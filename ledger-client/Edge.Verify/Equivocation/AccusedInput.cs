using Edge.Ledger;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Verify.Audit;
using Edge.Verify.Inputs;

namespace Edge.Verify.Equivocation;

/// <summary>What can be held against a log: its checkpoints out of a note, an evidence file or a folder of tiles; and the folder's tree.</summary>
/// <param name="Notes">Signed checkpoints, of whichever logs.</param>
/// <param name="Tree">Null when there is none.</param>
/// <param name="Size">Entries in the tree.</param>
internal sealed record AccusedInput(IReadOnlyList<SignedNote> Notes, INodeSource? Tree, ulong Size)
{
    /// <exception cref="InputException">It cannot be read, or is nothing of the kind.</exception>
    public static AccusedInput Read(string path)
    {
        if (Directory.Exists(path))
        {
            var note = InputFile.ReadCheckpoint(path);
            var checkpoint = Checkpoint.Parse(note);
            return new AccusedInput([note], new TileNodes(new TileDirectory(path), checkpoint.Hasher, checkpoint.Size), checkpoint.Size);
        }

        var bytes = InputFile.ReadAny(path);
        try
        {
            return new AccusedInput(EvidenceVerifier.IsEvidence(bytes) ? EvidenceNotes.Of(bytes) : [Checked(SignedNote.Parse(bytes))], null, 0);
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Evidence, InputFault.Malformed, path, e.Message);
        }
    }

    private static SignedNote Checked(SignedNote note)
    {
        Checkpoint.Parse(note);
        return note;
    }
}
