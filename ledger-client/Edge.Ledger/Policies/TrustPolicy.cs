using Edge.Ledger.Notes;

namespace Edge.Ledger.Policies;

/// <summary>
/// A c2sp.org/tlog-policy: the logs and witnesses whose keys are trusted, and how many witnesses must agree. The one file a verifier must trust.
/// </summary>
public sealed class TrustPolicy
{
    private readonly QuorumRule _quorum;

    internal TrustPolicy(IReadOnlyList<VerifierKey> logs, IReadOnlyList<PolicyWitness> witnesses, QuorumRule quorum)
    {
        Logs = logs;
        Witnesses = witnesses;
        _quorum = quorum;
    }

    public IReadOnlyList<VerifierKey> Logs { get; }

    public IReadOnlyList<PolicyWitness> Witnesses { get; }

    /// <summary>Fewest witnesses that can make a quorum.</summary>
    public int QuorumSize => _quorum.Smallest;

    /// <exception cref="MalformedException">Not a policy; the message names the line.</exception>
    public static TrustPolicy Parse(ReadOnlySpan<byte> bytes) => PolicyParser.Parse(bytes);

    /// <summary>Whether these witnesses (policy names) together satisfy the quorum line.</summary>
    public bool IsQuorum(IReadOnlySet<string> witnesses) => _quorum.IsMet(witnesses);

    /// <summary>
    /// Checks a note as a checkpoint of <paramref name="origin"/>: the log's signature and every known cosignature must verify.
    /// Unknown keys are ignored; a known key whose signature fails rejects the note.
    /// </summary>
    public NoteCheck Check(SignedNote note, string origin)
    {
        Checkpoint checkpoint;
        try
        {
            checkpoint = Checkpoint.Parse(note);
        }
        catch (MalformedException e)
        {
            return new NoteCheck(NoteFault.NotACheckpoint, e.Message);
        }

        if (checkpoint.Origin != origin)
            return new NoteCheck(NoteFault.OtherOrigin, checkpoint.Origin);
        if (!Logs.Any(k => k.Name == origin))
            return new NoteCheck(NoteFault.UnknownLog, origin);

        var signedByLog = false;
        foreach (var key in Logs.Where(k => k.Name == origin))
        {
            foreach (var signature in note.SignaturesBy(key))
            {
                if (!key.Verify(note.Text.Span, signature.Blob.Span))
                    return new NoteCheck(NoteFault.BadLogSignature, origin);
                signedByLog = true;
            }
        }

        if (!signedByLog)
            return new NoteCheck(NoteFault.NotSignedByLog, origin);
        return WitnessRoll.TryCall(this, note, out var cosigners, out var liar)
            ? new NoteCheck(checkpoint, cosigners, IsQuorum(cosigners.Select(c => c.Witness).ToHashSet()))
            : new NoteCheck(NoteFault.BadCosignature, liar);
    }
}
