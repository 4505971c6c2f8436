using Edge.Bench.Ingest;

namespace Edge.Bench.Stacks;

/// <summary>The database of this build's stack, if it is another than SQLite, as a log by itself.</summary>
internal static class StackDatabase
{
    /// <summary>Null: it is SQLite.</summary>
    public static string? Name => null;

    /// <exception cref="NotSupportedException">It is SQLite.</exception>
    public static IRawLog Open(string file) => throw new NotSupportedException($"{file}: SQLite is measured anyway.");
}
