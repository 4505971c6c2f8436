using Edge.Ledger.Policies;

namespace Edge.Ledger.Evidence;

/// <summary>One finding and what it is about; see <see cref="FindingCode"/> for what the detail means.</summary>
/// <param name="Cause">What the policy says of the note behind the finding, where there is one.</param>
public readonly record struct Finding(FindingCode Code, string Detail = "", NoteFault Cause = NoteFault.None)
{
    public bool IsFault => (int)Code < 100;
}
