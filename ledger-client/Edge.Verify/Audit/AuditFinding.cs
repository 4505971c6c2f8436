using Edge.Ledger.Policies;

namespace Edge.Verify.Audit;

/// <summary>One thing that is wrong, or a reservation.</summary>
/// <param name="Path">The file it is in, from the folder; may be empty.</param>
/// <param name="FirstEntry">The first entry it is about.</param>
/// <param name="Count">How many entries or files it is about.</param>
/// <param name="Detail">The name it is about, or more for people in English.</param>
/// <param name="Cause">Why the note is not accepted, where it is about the note.</param>
public sealed record AuditFinding(AuditCode Code, string Path = "", ulong? FirstEntry = null, ulong Count = 0, string Detail = "", NoteFault Cause = NoteFault.None)
{
    public bool IsFault => (int)Code < 100;
}
