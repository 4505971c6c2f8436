using System.Text;
using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Fuzz.Targets;

/// <summary>Notes and what is made of them.</summary>
internal static class NoteTargets
{
    private static readonly byte[] Receipt = VectorSeeds.Texts(VectorSeeds.Notes, "receipt")[0];
    private static readonly byte[] Refusal = VectorSeeds.Texts(VectorSeeds.Notes, "refusal")[0];
    private static readonly byte[][] Notes = [.. VectorSeeds.Texts(VectorSeeds.Notes, "checkpoints.note"), Refusal];
    private static readonly byte[][] RefusedNotes = VectorSeeds.Texts(VectorSeeds.Notes, "refused_notes");
    private static readonly byte[][] Requests = VectorSeeds.Texts(VectorSeeds.Notes, "anchor_request.text");

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<SignedNote>("note", [.. Notes, .. RefusedNotes], b => SignedNote.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = note => note.ToBytes(),
            Description = note => $"{note.Signatures.Count}",
        },
        new ParserTarget<Checkpoint>("checkpoint", [.. Notes.Select(n => SignedNote.Parse(n).Text.ToArray()), .. VectorSeeds.Texts(VectorSeeds.Notes, "refused_checkpoints")], b => Checkpoint.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = checkpoint => checkpoint.ToText(),
            Description = checkpoint => $"{checkpoint.Hasher} {checkpoint.Size == 0}",
        },
        new ParserTarget<NoteCheck>("note-check", Notes, CheckNote)
        {
            Mutations = Forms.Text(),
            Repair = SignAgain,
            Description = check => $"{check.Cosigners.Count}",
            Judge = check => check.IsAccepted == VectorKeys.Policy.IsQuorum(check.Cosigners.Select(c => c.Witness).ToHashSet()) ? null : "accepted without a quorum",
            Cost = 40,
        },
        new ParserTarget<TlogProof>("tlog-proof", [Receipt, (TlogProof.Parse(Receipt) with { Extra = null }).ToBytes(), Proof(63), Proof(64)], b => TlogProof.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = proof => proof.ToBytes(),
            Description = proof => $"{proof.Extra?.Length} {proof.Path.Count} {proof.Note.Signatures.Count}",
        },
        new ParserTarget<AddCheckpointRequest>("add-checkpoint", [.. Requests, Request(1), Request(63), Request(64)], b => AddCheckpointRequest.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = request => request.ToBytes(),
            Description = request => $"{request.Proof.Count} {request.Note.Signatures.Count}",
        },
        new ParserTarget<Refusal>("refusal", [SignedNote.Parse(Refusal).Text.ToArray()], b => Edge.Ledger.City.Refusal.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = refusal => Encoding.UTF8.GetBytes(refusal.ToString()),
            Description = refusal => $"{refusal.Status} {refusal.Known is null}",
        },
    ];

    /// <summary>Signs the note's text anew by the keys whose lines it has.</summary>
    public static void SignAgain(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        try
        {
            var note = SignedNote.Parse(mutant.Bytes);
            mutant.Set(VectorKeys.Again(note, note.Text).ToBytes());
        }
        catch (MalformedException)
        {
            // No note: the mutant stays as it is.
        }
    }

    private static NoteCheck CheckNote(ReadOnlySpan<byte> bytes)
    {
        var check = VectorKeys.Policy.Check(SignedNote.Parse(bytes), "city.example/gw-1");
        return check.Checkpoint is null ? throw Forms.Refused($"{check.Fault} ({check.Detail})") : check;
    }

    private static byte[] Proof(int hashes) => (TlogProof.Parse(Receipt) with { Path = new Edge.Ledger.Merkle.Hash32[hashes] }).ToBytes();

    private static byte[] Request(int hashes) => (AddCheckpointRequest.Parse(Requests[0]) with { OldSize = 5, Proof = new Edge.Ledger.Merkle.Hash32[hashes] }).ToBytes();
}
