namespace Edge.Gateway.Tests.Stacks;

/// <summary>What this stack's index takes: with the first closed segment LiteDB takes about 100 kB of pages for its collections, which a rehearsal of one segment does not show.</summary>
internal static class IndexFigures
{
    /// <summary>Bytes of a quarter of a day against what is foretold of it, at most; over days it is 1.07 (<c>./edge torture month</c>).</summary>
    public const double MostOfForetold = 1.2;
}
