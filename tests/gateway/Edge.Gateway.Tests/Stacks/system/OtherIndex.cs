namespace Edge.Gateway.Tests.Stacks;

/// <summary>What the other stack's program leaves in a log's folder, and what this one says of itself in the log.</summary>
internal static class OtherIndex
{
    public const string Stack = "managed";

    /// <summary>As this program's boot entries have it.</summary>
    public const string OwnSoftware = "edge-gateway 0.1.0";

    /// <summary>An index as the other one begins it.</summary>
    public static byte[] Bytes => [.. new byte[32], .. "** This is a LiteDB file **"u8, .. new byte[8192]];
}
