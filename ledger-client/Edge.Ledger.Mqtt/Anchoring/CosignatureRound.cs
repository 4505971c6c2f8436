using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>Collects departments' cosignatures of one checkpoint until the policy's quorum is reached. Not thread-safe.</summary>
public sealed class CosignatureRound
{
    private readonly TrustPolicy _policy;
    private readonly Dictionary<string, NoteSignature> _cosignatures = [];
    private readonly IReadOnlyList<NoteSignature> _logSignatures;

    /// <summary>Begins with a checkpoint note; cosignatures on it count already.</summary>
    /// <exception cref="ArgumentException">The note is not a checkpoint of that origin signed by its log, or carries a false cosignature.</exception>
    public CosignatureRound(TrustPolicy policy, string origin, SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(note);
        _policy = policy;
        Text = note.Text;
        var check = policy.Check(note, origin);
        Checkpoint = check.Checkpoint ?? throw new ArgumentException($"Not a signed checkpoint of {origin}: {check.Fault} ({check.Detail}).", nameof(note));
        _logSignatures = [.. policy.Logs.Where(key => key.Name == origin).Select(note.SignatureBy).OfType<NoteSignature>()];
        Take(note);
    }

    /// <summary>What is being cosigned.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The note's text.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Departments (policy names) that cosigned so far.</summary>
    public IReadOnlyCollection<string> Cosigners => _cosignatures.Keys;

    /// <summary>A quorum cosigned.</summary>
    public bool IsComplete => _policy.IsQuorum(_cosignatures.Keys.ToHashSet());

    /// <summary>Takes the cosignatures of another copy of the note. The first of each department stays.</summary>
    /// <returns>False when the note is not this checkpoint, or one of its known signatures is false; nothing is taken then.</returns>
    public bool TryAdd(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (!note.Text.Span.SequenceEqual(Text.Span) || _policy.Check(note, Checkpoint.Origin).Checkpoint is null) return false;
        Take(note);
        return true;
    }

    /// <summary>The note with the log's signature, then the cosignatures in the policy's order.</summary>
    public SignedNote Result() =>
        new(Text, [.. _logSignatures, .. _policy.Witnesses.Where(w => _cosignatures.ContainsKey(w.Name)).Select(w => _cosignatures[w.Name])]);

    private void Take(SignedNote note)
    {
        foreach (var witness in _policy.Witnesses)
        {
            if (note.SignatureBy(witness.Key) is { } signature) _cosignatures.TryAdd(witness.Name, signature);
        }
    }
}
