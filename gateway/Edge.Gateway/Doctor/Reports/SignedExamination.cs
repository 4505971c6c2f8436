namespace Edge.Gateway.Doctor.Reports;

/// <summary>Who answers for an examination, and where that stands in the log.</summary>
/// <param name="Index">Of the entry.</param>
public sealed record SignedExamination(string Who, ulong Index);
