using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Witnessing;

/// <summary>A department's answer to one request.</summary>
public abstract record WitnessAnswer
{
    private WitnessAnswer()
    {
    }

    /// <summary>Accepted, and durable already: the checkpoint with the log's signature and this department's.</summary>
    public sealed record Cosigned(Checkpoint Checkpoint, SignedNote Note) : WitnessAnswer;

    /// <summary>Refused: what and why, and the same signed.</summary>
    public sealed record Refused(Refusal Refusal, SignedNote Note) : WitnessAnswer
    {
        /// <summary>Proof that the log signed two histories, where the refusal is for that reason.</summary>
        public EquivocationFile? Accusation { get; init; }
    }

    /// <summary>Nothing to say to: neither the request nor its topic names an admitted log.</summary>
    public sealed record Ignored(string Why) : WitnessAnswer;
}
