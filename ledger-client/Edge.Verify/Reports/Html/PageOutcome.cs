namespace Edge.Verify.Reports.Html;

/// <summary>What a page says in one word.</summary>
public enum PageOutcome
{
    Valid,
    ValidBut,
    Invalid,

    /// <summary>What is proved is that somebody did wrong: true, and nothing to be glad of.</summary>
    FaultProved,
}
