namespace Edge.Verify.Tests.Page;

/// <summary>What the page says of one file.</summary>
/// <param name="Findings">Their numbers, each code and cause once.</param>
internal sealed record PageVerdict(string Name, string Outcome, string Sentence, int[] Findings);
