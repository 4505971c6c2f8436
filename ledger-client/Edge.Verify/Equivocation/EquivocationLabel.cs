namespace Edge.Verify.Equivocation;

/// <summary>Names of the parts of a report on an accusation.</summary>
public enum EquivocationLabel
{
    Log,
    First,
    Second,
    AcceptedByNobody,
    File,
    Written,
    NothingWritten,
    Report,
    Digest,
    Proved,
    NotProved,
    Why,
    WhyNot,
}
