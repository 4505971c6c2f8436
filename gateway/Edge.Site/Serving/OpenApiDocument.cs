using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary><c>GET /api/v1/openapi.json</c>: the file of that name in this room.</summary>
internal static class OpenApiDocument
{
    private static readonly byte[] Bytes = Load();

    public static Parameters Parameters { get; } = new();

    public static RequestDelegate Serve { get; } = Asking.With((context, _) => JsonAnswer.SendAsync(context, Bytes, "application/json"));

    private static byte[] Load()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
