namespace Edge.Verify.Reports.Html;

/// <summary>What stands at the top of a page, and in the margin of each printed one.</summary>
/// <param name="Sentence">The verdict as a sentence.</param>
/// <param name="Digest">SHA-256 of what was checked.</param>
public sealed record PageHead(PageOutcome Outcome, string Sentence, byte[] Digest)
{
    public string DigestHex => Convert.ToHexStringLower(Digest);
}
