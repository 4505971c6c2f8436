namespace Edge.Verify.Reports.Html;

/// <summary>What stands at the top of a page, and in the margin of each printed one.</summary>
/// <param name="Title">What kind of report it is.</param>
/// <param name="Sentence">The verdict as a sentence.</param>
/// <param name="DigestOf">What the digest is of, in words.</param>
/// <param name="Digest">SHA-256 of what was checked.</param>
public sealed record PageHead(string Title, PageOutcome Outcome, string Sentence, string DigestOf, byte[] Digest)
{
    /// <summary>The verdict in a word, where it is not that of evidence; null: by the outcome.</summary>
    public string? Word { get; init; }

    public string DigestHex => Convert.ToHexStringLower(Digest);
}
