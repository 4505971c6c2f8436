using System.Diagnostics.CodeAnalysis;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Policies;

/// <summary>What a policy says of a note.</summary>
public sealed class NoteCheck
{
    internal NoteCheck(NoteFault fault, string detail)
    {
        Fault = fault;
        Detail = detail;
        Cosigners = [];
    }

    internal NoteCheck(Checkpoint checkpoint, IReadOnlyList<Cosigner> cosigners, bool quorum)
    {
        Checkpoint = checkpoint;
        Cosigners = cosigners;
        Detail = checkpoint.Origin;
        Fault = quorum ? NoteFault.None : NoteFault.NoQuorum;
    }

    public NoteFault Fault { get; }

    /// <summary>The origin, the witness or the parser's message that the fault is about.</summary>
    public string Detail { get; }

    /// <summary>The checkpoint, when the log's signature and all known cosignatures verify, quorum or not.</summary>
    public Checkpoint? Checkpoint { get; }

    /// <summary>Witnesses of the policy that cosigned, in the policy's order.</summary>
    public IReadOnlyList<Cosigner> Cosigners { get; }

    /// <summary>Signed by the log and cosigned by a quorum.</summary>
    [MemberNotNullWhen(true, nameof(Checkpoint))]
    public bool IsAccepted => Fault == NoteFault.None;
}
