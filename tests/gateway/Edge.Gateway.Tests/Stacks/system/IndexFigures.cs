namespace Edge.Gateway.Tests.Stacks;

/// <summary>What this stack's index takes: SQLite's pages are filled as rows come.</summary>
internal static class IndexFigures
{
    /// <summary>Bytes of a quarter of a day against what is foretold of it, at most.</summary>
    public const double MostOfForetold = 1.1;
}
