using Edge.Store.Log;

namespace Edge.Store.Stacks;

/// <summary>The "system" stack: SQLite, write-ahead log, <c>synchronous=FULL</c>.</summary>
internal static class StackLogStore
{
    public static ILogStore OpenWriter(string path, IDisposable ownership) => new SqliteLogStore(path, ownership);

    public static ILogReader OpenReader(string path) => new SqliteLogReader(path);
}
