namespace Edge.Site.History;

/// <summary>What one request of the past may ask for.</summary>
public static class HistoryLimits
{
    /// <summary>Entries in a page when nothing is said.</summary>
    public const int UsualPage = 200;

    /// <summary>Entries in a page.</summary>
    public const int MostPage = 2000;

    /// <summary>Steps of a trend when nothing is said.</summary>
    public const int UsualSteps = 288;

    /// <summary>Steps of a trend.</summary>
    public const int MostSteps = 2000;

    /// <summary>How much time a trend may span.</summary>
    public static readonly TimeSpan LongestTrend = TimeSpan.FromDays(7);
}
