namespace Edge.Gateway.Tests.Stacks;

/// <summary>What the other stack's program leaves in a log's folder, and what this one says of itself in the log.</summary>
internal static class OtherIndex
{
    public const string Stack = "system";

    /// <summary>As this program's boot entries have it.</summary>
    public const string OwnSoftware = "edge-gateway 0.1.0+managed";

    /// <summary>An index as the other one begins it.</summary>
    public static byte[] Bytes => [.. "SQLite format 3\0"u8, .. new byte[8192]];
}
