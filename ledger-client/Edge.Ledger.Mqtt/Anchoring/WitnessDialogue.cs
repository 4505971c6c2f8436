using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>
/// A log's side of the talk with its departments (c2sp.org/tlog-witness over MQTT): what to ask, what each answer means. Pure: no I/O. Thread-safe.
/// Gateways and the city log use the same.
/// </summary>
public sealed class WitnessDialogue
{
    private readonly Lock _lock = new();
    private readonly TrustPolicy _policy;
    private readonly string _origin;
    private readonly ICheckpointHistory _history;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, DepartmentAnswer> _answers;
    private readonly HashSet<string> _resubmitted = [];
    private CosignatureRound? _round;
    private ulong _acceptedSize;

    /// <param name="policy">Whose answers count, and this log's own key.</param>
    /// <param name="origin">This log.</param>
    /// <param name="history">Its checkpoints and proofs.</param>
    /// <param name="acceptedSize">The largest size departments are known to have accepted before this start.</param>
    /// <param name="clock">Stamps the answers.</param>
    public WitnessDialogue(TrustPolicy policy, LogOrigin origin, ICheckpointHistory history, ulong acceptedSize, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(origin);
        _policy = policy;
        _origin = origin.ToString();
        _history = history;
        _acceptedSize = acceptedSize;
        _clock = clock;
        _answers = policy.Witnesses.ToDictionary(w => w.Name, w => new DepartmentAnswer(w.Name, null, 0, null));
    }

    /// <summary>The departments' last answers, in the policy's order.</summary>
    public IReadOnlyList<DepartmentAnswer> Departments
    {
        get
        {
            lock (_lock) return [.. _policy.Witnesses.Select(w => _answers[w.Name])];
        }
    }

    /// <summary>The checkpoint last begun with as a quorum cosigned it; null before that.</summary>
    public SignedNote? Cosigned
    {
        get
        {
            lock (_lock) return _round is { IsComplete: true } ? _round.Result() : null;
        }
    }

    /// <summary>Begins an attempt and gives the request to publish. Cosignatures of the same checkpoint from earlier attempts stay.</summary>
    /// <param name="note">A checkpoint of this log, signed.</param>
    public ReadOnlyMemory<byte> Begin(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        lock (_lock)
        {
            _resubmitted.Clear();
            if (_round is null || !_round.Text.Span.SequenceEqual(note.Text.Span)) _round = new CosignatureRound(_policy, _origin, note);
            return Request(_round, _acceptedSize);
        }
    }

    /// <summary>Hears a message on this log's cosignature topic.</summary>
    public DialogueReply HearCosignature(ReadOnlySpan<byte> payload)
    {
        if (TryRead(payload, out var note) is { } problem) return problem;
        var check = _policy.Check(note!, _origin);
        if (check.Checkpoint is not { } checkpoint) return new DialogueReply.NotBelieved($"a cosignature was not believed: {check.Fault} ({check.Detail})");
        if (check.Cosigners.Count == 0) return new DialogueReply.NotBelieved("a cosignature was not believed: no department of the policy signed it");
        var names = string.Join(", ", check.Cosigners.Select(c => c.Witness));
        if (NotOurs(checkpoint, names) is { } fork) return fork;
        lock (_lock)
        {
            foreach (var cosigner in check.Cosigners) Note(cosigner.Witness, checkpoint.Size, refusal: null);
            _round?.TryAdd(note!);
        }
        return new DialogueReply.Noted(names);
    }

    /// <summary>Hears a refusal on this log's receipt topic.</summary>
    public DialogueReply HearRefusal(ReadOnlySpan<byte> payload)
    {
        if (TryRead(payload, out var note) is { } problem) return problem;
        if (Refusal.SignedBy(note!, _policy) is not { } department) return new DialogueReply.NotBelieved("a refusal was not believed: it is not signed by a department of the policy");
        Refusal refusal;
        try
        {
            refusal = Refusal.Parse(note!.Text.Span);
        }
        catch (MalformedException e)
        {
            return new DialogueReply.NotBelieved($"a refusal by {department.Witness} was not believed: {e.Message}");
        }
        return refusal.Origin == _origin ? Hear(department.Witness, refusal) : new DialogueReply.NotBelieved($"a refusal by {department.Witness} is about {refusal.Origin}, not {_origin}");
    }

    /// <summary>Says whether a checkpoint that carries this log's signature is part of this log; if not, the log was restored or copied.</summary>
    /// <param name="checkpoint">Verified to be signed by this log.</param>
    /// <param name="by">Who showed it.</param>
    public DialogueReply.Forked? NotOurs(Checkpoint checkpoint, string by)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var newest = _history.Newest is { } note ? Checkpoint.Parse(note).Size : 0;
        return checkpoint.Size > newest || _history.RootAt(checkpoint.Size) != checkpoint.Root
            ? new DialogueReply.Forked(new Fork(by, _origin, checkpoint.Size, newest))
            : null;
    }

    private DialogueReply Hear(string department, Refusal refusal)
    {
        ulong known = 0;
        if (refusal.Known is not null)
        {
            var check = _policy.Check(refusal.Known, _origin);
            if (check.Checkpoint is not { } checkpoint) return new DialogueReply.NotBelieved($"{department} refused and named a checkpoint that {_origin} did not sign: {check.Fault} ({check.Detail})");
            if (NotOurs(checkpoint, department) is { } fork) return fork;
            known = checkpoint.Size;
        }
        lock (_lock)
        {
            Note(department, known, $"{refusal.Status} {refusal.Reason}");
            if (refusal.Status != 409) return new DialogueReply.Refused(department, refusal.Status, refusal.Reason);
            var stale = _round is null || _round.Checkpoint.Size != refusal.Size || _round.Checkpoint.Root != refusal.Root || known > refusal.Size;
            if (stale || _round!.Cosigners.Contains(department) || !_resubmitted.Add(department)) return new DialogueReply.Noted(department);
            return new DialogueReply.Resubmit(department, known, Request(_round, known));
        }
    }

    private void Note(string department, ulong size, string? refusal)
    {
        var before = _answers[department];
        _answers[department] = new DepartmentAnswer(department, _clock.GetTimestamp(), Math.Max(size, before.Size), refusal);
        if (refusal is null) _acceptedSize = Math.Max(_acceptedSize, size);
    }

    private byte[] Request(CosignatureRound round, ulong fromSize)
    {
        var size = round.Checkpoint.Size;
        var from = Math.Min(fromSize, size);
        return new AddCheckpointRequest(from, _history.Consistency(from, size), round.Result()).ToBytes();
    }

    private static DialogueReply.NotBelieved? TryRead(ReadOnlySpan<byte> payload, out SignedNote? note)
    {
        try
        {
            note = SignedNote.Parse(payload);
            return null;
        }
        catch (MalformedException e)
        {
            note = null;
            return new DialogueReply.NotBelieved($"a message is not a note: {e.Message}");
        }
    }
}
