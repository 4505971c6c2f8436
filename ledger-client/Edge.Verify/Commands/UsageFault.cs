namespace Edge.Verify.Commands;

/// <summary>How the command line is wrong.</summary>
public enum UsageFault
{
    NoEvidence,
    NoPolicy,
    SecondEvidence,
    UnknownOption,
    NoValue,
    GivenTwice,
    NotALanguage,
    NotAZone,
    NotTwoAccused,
    NoOutput,
    NotARoot,

    /// <summary>A COSE receipt is about an entry that it does not hold.</summary>
    NoEntry,

    /// <summary>A COSE receipt leads from an earlier root that it does not hold.</summary>
    NoRoot,

    /// <summary>An option that this file has no use for.</summary>
    NotNeeded,
}
