using System.Diagnostics.CodeAnalysis;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>What a verifier says of an accusation.</summary>
public sealed class EquivocationVerdict
{
    internal EquivocationVerdict(Finding? fault) => Fault = fault;

    /// <summary>Why it is not proved; null when it is.</summary>
    public Finding? Fault { get; }

    /// <summary>The log signed two histories.</summary>
    [MemberNotNullWhen(true, nameof(First), nameof(Second))]
    public bool IsProved => Fault is null;

    /// <summary>The first checkpoint and who cosigned it, quorum or not. Null when not proved.</summary>
    public NoteCheck? First { get; internal init; }

    /// <summary>The second checkpoint and who cosigned it, quorum or not. Null when not proved.</summary>
    public NoteCheck? Second { get; internal init; }
}
