using Edge.Ledger.City;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>What a verifier says of an evidence file, and everything it proved on the way.</summary>
public sealed class Verdict
{
    internal Verdict(IReadOnlyList<Finding> findings) => Findings = findings;

    internal static Verdict Invalid(Finding fault) => new([fault]);

    public Outcome Outcome => Findings.Any(f => f.IsFault) ? Outcome.Invalid : Findings.Count > 0 ? Outcome.ValidBut : Outcome.Valid;

    /// <summary>Faults first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The gateway's origin; null when that was not proved.</summary>
    public LogOrigin? Gateway { get; internal init; }

    /// <summary>The anchored checkpoint: who accepted it, and the block that holds it.</summary>
    public Receipt? Receipt { get; internal init; }

    /// <summary>Departments whose cosignatures verified, in the policy's order.</summary>
    public IReadOnlyList<Cosigner> AcceptedBy { get; internal init; } = [];

    /// <summary>The readings among the subjects, proved. Empty when invalid.</summary>
    public IReadOnlyList<ProvedReading> Readings { get; internal init; } = [];

    /// <summary>All disclosed entries, proved to stand in the log. Empty when invalid.</summary>
    public IReadOnlyList<ProvedEntry> Entries { get; internal init; } = [];

    /// <summary>Contiguous runs among the subjects: within each nothing was withheld.</summary>
    public IReadOnlyList<IndexRange> Complete { get; internal init; } = [];
}
