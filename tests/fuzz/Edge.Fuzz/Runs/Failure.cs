namespace Edge.Fuzz.Runs;

/// <param name="Detail">What was seen, in one line.</param>
internal sealed record Failure(string Target, FailureKind Kind, string Detail, byte[] Input);
