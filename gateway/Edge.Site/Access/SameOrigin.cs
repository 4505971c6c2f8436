using Microsoft.AspNetCore.Http;

namespace Edge.Site.Access;

/// <summary>Whether a request comes from a page of this origin, or from no page: a browser says which (Fetch Metadata, and Origin with all that changes something).</summary>
internal static class SameOrigin
{
    public static bool Is(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"], request.Headers.Origin);
        return (site.Count == 0 || site == "same-origin" || (site == "none" && HttpMethods.IsGet(request.Method)))
            && (origin.Count == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
