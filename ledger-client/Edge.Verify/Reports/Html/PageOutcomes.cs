using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports.Html;

/// <summary>A verdict's outcome as a page shows it.</summary>
public static class PageOutcomes
{
    public static PageOutcome Of(Outcome outcome) => outcome switch
    {
        Outcome.Valid => PageOutcome.Valid,
        Outcome.ValidBut => PageOutcome.ValidBut,
        _ => PageOutcome.Invalid,
    };
}
