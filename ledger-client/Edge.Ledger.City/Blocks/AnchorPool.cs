using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.City.Blocks;

/// <summary>
/// Collects the departments' cosignatures of gateways' checkpoints until each has its quorum, and further ones until its block is made. Bounded by the number of admitted gateways. Thread-safe.
/// </summary>
public sealed class AnchorPool
{
    /// <summary>Checkpoints of one gateway collected side by side; beyond that the smallest size is forgotten, and collected again when submitted again.</summary>
    public const int RoundsPerGateway = 4;

    private readonly Lock _lock = new();
    private readonly TrustPolicy _policy;
    private readonly Dictionary<string, List<CosignatureRound>> _rounds = [];
    private readonly SortedDictionary<string, CosignatureRound> _ready = new(StringComparer.Ordinal);

    /// <param name="policy">The admitted gateways, the departments, and the quorum.</param>
    public AnchorPool(TrustPolicy policy) => _policy = policy;

    /// <summary>Hears a cosignature.</summary>
    /// <param name="topicId">The gateway its topic names.</param>
    /// <param name="payload">A cosigned checkpoint note, or anything else.</param>
    /// <param name="notBelieved">Why it does not count; null if it does.</param>
    /// <returns>The checkpoint that has its quorum by this; null otherwise. It begins anew after that.</returns>
    public CosignatureRound? Hear(string topicId, ReadOnlySpan<byte> payload, out string? notBelieved)
    {
        SignedNote note;
        Checkpoint checkpoint;
        try
        {
            note = SignedNote.Parse(payload);
            checkpoint = Checkpoint.Parse(note);
        }
        catch (MalformedException e)
        {
            notBelieved = e.Message;
            return null;
        }
        if (LogOrigin.TryParse(checkpoint.Origin) is not { GatewayId: { } id } || id != topicId)
        {
            notBelieved = $"a cosigned checkpoint of {checkpoint.Origin} on the topic of {topicId}";
            return null;
        }
        var check = _policy.Check(note, checkpoint.Origin);
        notBelieved = check.Checkpoint is null ? $"{check.Fault} ({check.Detail})" : null;
        return notBelieved is null ? Collect(checkpoint, note) : null;
    }

    /// <summary>Puts an accepted checkpoint in line for the next block; of each gateway only the newest waits.</summary>
    public void Enqueue(CosignatureRound accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        lock (_lock)
        {
            var origin = accepted.Checkpoint.Origin;
            if (!_ready.TryGetValue(origin, out var waiting) || waiting.Checkpoint.Size < accepted.Checkpoint.Size) _ready[origin] = accepted;
        }
    }

    /// <summary>Takes what waits for the next block, by origin.</summary>
    /// <param name="most">At most so many; the others wait on.</param>
    public IReadOnlyList<SignedNote> Take(int most)
    {
        lock (_lock)
        {
            CosignatureRound[] taken = [.. _ready.Values.Take(most)];
            foreach (var round in taken) _ready.Remove(round.Checkpoint.Origin);
            return [.. taken.Select(round => round.Result())];
        }
    }

    private CosignatureRound? Collect(Checkpoint checkpoint, SignedNote note)
    {
        lock (_lock)
        {
            if (_ready.TryGetValue(checkpoint.Origin, out var waiting) && waiting.Checkpoint == checkpoint)
            {
                waiting.TryAdd(note);
                return null;
            }
            if (!_rounds.TryGetValue(checkpoint.Origin, out var rounds)) _rounds[checkpoint.Origin] = rounds = [];
            var round = rounds.Find(r => r.Checkpoint == checkpoint);
            if (round is null)
            {
                if (rounds.Count == RoundsPerGateway) rounds.Remove(rounds.MinBy(r => r.Checkpoint.Size)!);
                rounds.Add(round = new CosignatureRound(_policy, checkpoint.Origin, note));
            }
            else
            {
                round.TryAdd(note);
            }
            if (!round.IsComplete) return null;
            rounds.Remove(round);
            return round;
        }
    }
}
