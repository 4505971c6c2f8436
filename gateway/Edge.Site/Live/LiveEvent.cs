namespace Edge.Site.Live;

/// <summary>One server-sent event (HTML Living Standard, 9.2), encoded once for all who watch.</summary>
internal static class LiveEvent
{
    /// <param name="name">The event's type.</param>
    /// <param name="data">One line.</param>
    public static byte[] Encode(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data) => [.. "event: "u8, .. name, .. "\ndata: "u8, .. data, .. "\n\n"u8];

    /// <summary>Keeps proxies and the browser sure that the line is up.</summary>
    public static ReadOnlyMemory<byte> Beat { get; } = ": beat\n\n"u8.ToArray();

    /// <summary>After a break the browser comes again in two seconds.</summary>
    public static ReadOnlyMemory<byte> Hello { get; } = "retry: 2000\n\n"u8.ToArray();
}
