using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Assets;

/// <summary>One file's bytes.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">An entity tag of the bytes.</param>
internal sealed record Asset(byte[] Bytes, string Type, string Tag)
{
    public static Asset Of(string name, byte[] bytes) => new(bytes, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");

    /// <param name="type">Of what the bytes are once they are decoded.</param>
    /// <param name="encoding">How they are compressed; null: not at all.</param>
    public async Task SendAsync(HttpContext context, string type, string? encoding)
    {
        var response = context.Response;
        response.Headers.ETag = Tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch == Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentType = type;
        response.ContentLength = Bytes.Length;
        await response.Body.WriteAsync(Bytes, context.RequestAborted);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
