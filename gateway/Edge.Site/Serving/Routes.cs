using Edge.Site.Assets;
using Edge.Site.History;
using Edge.Site.Live;
using Edge.Site.Proofs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Serving;

/// <summary>Every path there is.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder site, SiteParts parts, LogDesk desk, TimeProvider time)
    {
        var assets = SiteAssets.Load();
        site.MapGet("/", assets.Page);
        site.MapGet("/assets/{name}", assets.File);
        site.MapGet("/api/v1/status", context => JsonAsync(context, parts.Status.Json()));
        site.MapGet("/api/v1/live", LiveEndpoint.Of(parts.Live));
        MapPast(site, parts, desk, time);
    }

    private static void MapPast(IEndpointRouteBuilder site, SiteParts parts, LogDesk desk, TimeProvider time)
    {
        var channels = parts.Readings.Channels;
        site.MapGet("/api/v1/openapi.json", OpenApiDocument.Serve).WithMetadata(OpenApiDocument.Parameters);
        site.MapGet("/api/v1/channels", ChannelsEndpoint.Of(parts.Name, channels)).WithMetadata(ChannelsEndpoint.Parameters);
        site.MapGet("/api/v1/readings", ReadingsEndpoint.Of(parts.Name, channels, parts.History, desk)).WithMetadata(ReadingsEndpoint.Parameters);
        site.MapGet("/api/v1/trend", TrendEndpoint.Of(channels, parts.History, desk, time)).WithMetadata(TrendEndpoint.Parameters);
        site.MapGet("/api/v1/events", EventsEndpoint.Of(parts.History, desk)).WithMetadata(EventsEndpoint.Parameters);
        site.MapGet("/api/v1/evidence", EvidenceEndpoint.Of(channels, parts.Evidence, desk)).WithMetadata(EvidenceEndpoint.Parameters);
        site.MapGet("/api/v1/policy", PolicyEndpoint.Of(parts.Evidence)).WithMetadata(PolicyEndpoint.Parameters);
        site.MapGet("/api/v1/qr", QrEndpoint.Of(channels, parts.Evidence, desk)).WithMetadata(QrEndpoint.Parameters);
        site.MapGet("/api/v1/qr/site", QrEndpoint.Site).WithMetadata(QrEndpoint.SiteParameters);
    }

    private static async Task JsonAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
