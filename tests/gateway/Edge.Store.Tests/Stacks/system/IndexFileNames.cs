namespace Edge.Store.Tests.Stacks;

internal static class IndexFileNames
{
    /// <summary>What this stack keeps open besides the index and its log.</summary>
    public static string[] Others => ["index.db-shm"];
}
