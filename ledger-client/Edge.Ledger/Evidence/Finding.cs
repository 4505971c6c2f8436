namespace Edge.Ledger.Evidence;

/// <summary>One finding and what it is about; see <see cref="FindingCode"/> for what the detail means.</summary>
public readonly record struct Finding(FindingCode Code, string Detail = "")
{
    public bool IsFault => (int)Code < 100;
}
