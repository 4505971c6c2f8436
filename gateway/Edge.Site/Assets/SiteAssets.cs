using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Assets;

/// <summary>The page's files, built into the program, each as it is and as its build compressed it.</summary>
internal sealed partial class SiteAssets
{
    private const string Prefix = "site/";
    private const string Index = "index.html";

    /// <summary>Says that this build has not what was asked for.</summary>
    private const string Without = "without.html";

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

    /// <summary>A page that is one file, with the content security policy that it has in itself: nothing else of this site's goes for it.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="ancestors">Who may frame it, as <c>frame-ancestors</c> has it.</param>
    public RequestDelegate Single(string name, string ancestors)
    {
        if (!_files.TryGetValue(name, out var page) || !InnerPolicy().Match(Encoding.UTF8.GetString(page.Bytes)).Groups.TryGetValue("policy", out var policy) || !policy.Success)
            return context => SendAsync(context, Without);
        var all = $"{policy.Value}; frame-ancestors {ancestors}";
        return context =>
        {
            context.Response.Headers.ContentSecurityPolicy = all;
            return SendAsync(context, name);
        };
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"]+)\">", RegexOptions.CultureInvariant)]
    private static partial Regex InnerPolicy();

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
