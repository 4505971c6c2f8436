using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Assets;

/// <summary>The page's files, built into the program, each as it is and as its build compressed it.</summary>
internal sealed class SiteAssets
{
    private const string Prefix = "site/";
    private const string Index = "index.html";

    /// <summary>What a browser is sent where it takes it, the smallest first: name among encodings, and ending of the file.</summary>
    private static readonly (string Encoding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    private readonly FrozenDictionary<string, Asset> _files;

    private SiteAssets(FrozenDictionary<string, Asset> files) => _files = files;

    /// <summary>Whether this build has the page, and not only the sheet that says it has none.</summary>
    public bool HasPage => _files.ContainsKey("page.js");

    public static SiteAssets Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        return new SiteAssets(assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Asset.Of(n, bytes);
        }));
    }

    public Task Page(HttpContext context) => SendAsync(context, Index);

    public Task File(HttpContext context) => SendAsync(context, (string)context.Request.RouteValues["name"]!);

    private Task SendAsync(HttpContext context, string name)
    {
        if (_files.TryGetValue(name, out var plain) && !Compressed.Any(c => name.EndsWith(c.Ending, StringComparison.Ordinal)))
        {
            foreach (var (encoding, ending) in Compressed)
            {
                if (Takes(context.Request, encoding) && _files.TryGetValue(name + ending, out var small))
                    return small.SendAsync(context, plain.Type, encoding);
            }

            return plain.SendAsync(context, plain.Type, encoding: null);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>A weight of nought refuses it (RFC 9110, 12.5.3).</summary>
    private static bool Takes(HttpRequest request, string encoding) => request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
}
