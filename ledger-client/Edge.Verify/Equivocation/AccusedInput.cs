using Edge.Ledger;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tiles;
using Edge.Verify.Audit;
using Edge.Verify.Inputs;

namespace Edge.Verify.Equivocation;

/// <summary>What can be held against a log: its checkpoints out of a note, an evidence file or a folder of tiles; and the folder's tree.</summary>
/// <param name="Notes">Signed checkpoints, of whichever logs; one when there is a tree.</param>
/// <param name="Tree">Null when there is none.</param>
/// <param name="Size">Entries in the tree.</param>
internal sealed record AccusedInput(IReadOnlyList<AccusedNote> Notes, INodeSource? Tree, ulong Size)
{
    /// <summary>Most checkpoints read from one file: each may cost a few signatures.</summary>
    public const int MaxNotes = 100_000;

    /// <exception cref="InputException">It cannot be read, is nothing of the kind, or holds too much.</exception>
    public static AccusedInput Read(string path)
    {
        if (Directory.Exists(path))
        {
            var note = AccusedNote.Of(InputFile.ReadCheckpoint(path));
            return new AccusedInput([note], new TileNodes(new TileDirectory(path), note.Checkpoint.Hasher, note.Checkpoint.Size), note.Checkpoint.Size);
        }

        var bytes = InputFile.ReadAny(path);
        try
        {
            var notes = EvidenceVerifier.IsEvidence(bytes) ? EvidenceNotes.Of(bytes) : [SignedNote.Parse(bytes)];
            if (notes.Count > MaxNotes)
                throw new MalformedException($"{notes.Count} checkpoints; at most {MaxNotes} are compared");
            return new AccusedInput([.. notes.Select(AccusedNote.Of)], null, 0);
        }
        catch (MalformedException e)
        {
            throw new InputException(InputRole.Evidence, InputFault.Malformed, path, e.Message);
        }
    }

    /// <summary>Only the notes that can prove something: each is verified once, those of logs that the policy does not know not at all.</summary>
    public AccusedInput Signed(TrustPolicy policy)
    {
        var logs = policy.Logs.Select(key => key.Name).ToHashSet();
        return this with { Notes = [.. Notes.Where(n => logs.Contains(n.Checkpoint.Origin) && policy.Check(n.Note, n.Checkpoint.Origin).Checkpoint is not null)] };
    }
}
