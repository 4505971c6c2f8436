using System.Globalization;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.City.Witnessing;

/// <summary>
/// The rules by which a department cosigns (c2sp.org/tlog-witness, add-checkpoint). It cosigns only what continues what it accepted before,
/// and remembers before it answers. Thread-safe: of two requests at once for one log, one sees what the other stored.
/// </summary>
public sealed class Witness
{
    /// <summary>Longest request read, in bytes: 63 proof lines and a note of the greatest length.</summary>
    public const int MaxRequestBytes = SignedNote.MaxBytes + 4096;

    private const int MaxReason = 200;

    private readonly NoteSigner _key;
    private readonly TrustPolicy _policy;
    private readonly IWitnessState _state;
    private readonly TimeProvider _clock;

    /// <param name="key">This department's key, of type 04.</param>
    /// <param name="policy">Its <c>log</c> lines are the admitted logs.</param>
    /// <param name="state">What was accepted before.</param>
    /// <param name="clock">The time in cosignatures.</param>
    public Witness(NoteSigner key, TrustPolicy policy, IWitnessState state, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Verifier.Type != KeyType.Ed25519Cosignature) throw new ArgumentException($"{key.Name} is not a department's key (type 04).", nameof(key));
        _key = key;
        _policy = policy;
        _state = state;
        _clock = clock;
    }

    /// <summary>Answers a request.</summary>
    /// <param name="topicId">The log its topic names.</param>
    /// <param name="body">An add-checkpoint body, or anything else.</param>
    public WitnessAnswer Answer(string topicId, ReadOnlySpan<byte> body)
    {
        AddCheckpointRequest request;
        Checkpoint checkpoint;
        try
        {
            if (body.Length > MaxRequestBytes) throw new MalformedException($"{body.Length} bytes; at most {MaxRequestBytes} are read");
            request = AddCheckpointRequest.Parse(body);
            checkpoint = Checkpoint.Parse(request.Note);
        }
        catch (MalformedException e)
        {
            return NotRead(topicId, e.Message);
        }
        if (LogOrigin.TryParse(checkpoint.Origin)?.TopicId != topicId)
            return Refuse(checkpoint, 400, null, $"a checkpoint of {checkpoint.Origin} does not belong on the topic of {topicId}");
        return _policy.Check(request.Note, checkpoint.Origin) switch
        {
            { Fault: NoteFault.UnknownLog } => Refuse(checkpoint, 404, null, $"{checkpoint.Origin} is not admitted"),
            { Checkpoint: null } check => Refuse(checkpoint, 403, null, $"the signature of {checkpoint.Origin} is missing or does not verify ({check.Fault})"),
            _ => Answer(request, checkpoint),
        };
    }

    private WitnessAnswer Answer(AddCheckpointRequest request, Checkpoint checkpoint)
    {
        if (request.OldSize > checkpoint.Size)
            return Refuse(checkpoint, 400, null, string.Create(CultureInfo.InvariantCulture, $"the old size {request.OldSize} is above the size {checkpoint.Size}"));
        var note = new SignedNote(request.Note.Text, [.. _policy.Logs.Where(key => key.Name == checkpoint.Origin).Select(request.Note.SignatureBy).OfType<NoteSignature>()]);
        while (true)
        {
            var known = _state.Find(checkpoint.Origin);
            if (known is not null && known.Size == checkpoint.Size && known.Root == checkpoint.Root) return Cosign(checkpoint, note);
            if (Objection(request, checkpoint, known) is { } objection)
                return known is null ? objection : objection with { Accusation = Accusation.Between(known.Note, note, null, 0, out _) };
            if (_state.TryAdvance(checkpoint.Origin, known, new WitnessedCheckpoint(checkpoint.Size, checkpoint.Root, note))) return Cosign(checkpoint, note);
        }
    }

    private WitnessAnswer.Refused? Objection(AddCheckpointRequest request, Checkpoint checkpoint, WitnessedCheckpoint? known)
    {
        var (size, root) = known is null ? (0, checkpoint.Hasher.EmptyRoot) : (known.Size, known.Root);
        if (request.OldSize != size)
            return Refuse(checkpoint, 409, known, string.Create(CultureInfo.InvariantCulture, $"this department knows size {size}, not {request.OldSize}"));
        if (checkpoint.Size == size)
            return Refuse(checkpoint, 422, known, string.Create(CultureInfo.InvariantCulture, $"another root was accepted at size {size}"));
        return ConsistencyProof.Verify(checkpoint.Hasher, size, root, checkpoint.Size, checkpoint.Root, [.. request.Proof])
            ? null
            : Refuse(checkpoint, 422, known, string.Create(CultureInfo.InvariantCulture, $"the consistency proof from {size} to {checkpoint.Size} does not hold"));
    }

    private WitnessAnswer.Cosigned Cosign(Checkpoint checkpoint, SignedNote note) =>
        new(checkpoint, note.With(_key.Cosign(note.Text.Span, _clock.GetUtcNow())));

    private WitnessAnswer NotRead(string topicId, string why)
    {
        var origin = _policy.Logs.Select(key => LogOrigin.TryParse(key.Name)).FirstOrDefault(o => o?.TopicId == topicId);
        return origin is null ? new WitnessAnswer.Ignored(why) : Refuse(new Checkpoint(origin.ToString(), 0, default), 400, null, why);
    }

    private WitnessAnswer.Refused Refuse(Checkpoint checkpoint, int status, WitnessedCheckpoint? known, string reason)
    {
        var line = new string([.. reason.Take(MaxReason).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        var refusal = new Refusal(checkpoint.Origin, status, checkpoint.Size, checkpoint.Root, known?.Note, line);
        return new WitnessAnswer.Refused(refusal, refusal.Sign(_key, _clock.GetUtcNow()));
    }
}
