namespace Edge.Store.Tests.Stacks;

internal static class IndexFileNames
{
    /// <summary>What this stack keeps open besides the index and its log.</summary>
    public static string[] Others => [];

    /// <summary>This build's stack and the other one.</summary>
    public const string Stack = "managed", OtherStack = "system";

    /// <summary>Where an index of the other stack bears its mark.</summary>
    public const int OtherStacksMarkAt = 0;

    public static ReadOnlySpan<byte> OtherStacksMark => "SQLite format 3\0"u8;
}
