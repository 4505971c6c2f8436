namespace Edge.Store.Tests.Stacks;

internal static class IndexFileNames
{
    /// <summary>What this stack keeps open besides the index and its log.</summary>
    public static string[] Others => ["index.db-shm"];

    /// <summary>This build's stack and the other one.</summary>
    public const string Stack = "system", OtherStack = "managed";

    /// <summary>Where an index of the other stack bears its mark.</summary>
    public const int OtherStacksMarkAt = 32;

    public static ReadOnlySpan<byte> OtherStacksMark => "** This is a LiteDB file **"u8;
}
