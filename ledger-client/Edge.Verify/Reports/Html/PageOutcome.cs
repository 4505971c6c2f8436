namespace Edge.Verify.Reports.Html;

/// <summary>What a page says in one word.</summary>
public enum PageOutcome
{
    Valid,
    ValidBut,
    Invalid,
}
