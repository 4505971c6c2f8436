using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Assets;

/// <summary>The page's files, built into the program: each with its type and an entity tag of its bytes.</summary>
internal sealed class SiteAssets
{
    private const string Prefix = "site/";
    private const string Index = "index.html";

    private readonly FrozenDictionary<string, Asset> _files;

    private SiteAssets(FrozenDictionary<string, Asset> files) => _files = files;

    private sealed record Asset(byte[] Bytes, string Type, string Tag);

    public static SiteAssets Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        return new SiteAssets(assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new Asset(bytes, TypeOf(n), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
        }));
    }

    public Task Page(HttpContext context) => SendAsync(context, Index);

    public Task File(HttpContext context) => SendAsync(context, (string)context.Request.RouteValues["name"]!);

    private async Task SendAsync(HttpContext context, string name)
    {
        var response = context.Response;
        if (!_files.TryGetValue(name, out var asset))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.Headers.ETag = asset.Tag;
        response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == asset.Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = asset.Type;
        response.ContentLength = asset.Bytes.Length;
        await response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
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
