using Edge.Ledger.Evidence;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>One evidence file and what must be said of it.</summary>
/// <param name="Outcome">Null: unreadable.</param>
internal sealed record EvidenceCase(string Name, string Policy, byte[] File, Outcome? Outcome, params FindingCode[] Findings)
{
    public override string ToString() => Name;
}
