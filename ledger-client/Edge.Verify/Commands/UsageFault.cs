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
}
