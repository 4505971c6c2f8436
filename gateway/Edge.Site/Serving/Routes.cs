using Edge.Site.Assets;
using Edge.Site.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Serving;

/// <summary>Every path there is.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder site, SiteParts parts)
    {
        var assets = SiteAssets.Load();
        site.MapGet("/", assets.Page);
        site.MapGet("/assets/{name}", assets.File);
        site.MapGet("/api/v1/status", context => JsonAsync(context, parts.Status.Json()));
        site.MapGet("/api/v1/live", LiveEndpoint.Of(parts.Live));
    }

    private static async Task JsonAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
