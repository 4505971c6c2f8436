using Edge.Site.Access;
using Edge.Site.Actions;
using Edge.Site.Assets;
using Edge.Site.History;
using Edge.Site.Live;
using Edge.Site.Metrics;
using Edge.Site.Proofs;
using Edge.Site.Tap;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Serving;

/// <summary>Every path there is; <see cref="AccessTable"/> has who may use it.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder site, SiteParts parts, TapSettings? tap, LoginEndpoints logins, LogDesk desk, TimeProvider time)
    {
        var assets = SiteAssets.Load();
        site.MapGet("/", assets.Page);
        site.MapGet("/assets/{name}", assets.File);
        site.MapGet("/api/v1/openapi.json", OpenApiDocument.Serve).WithMetadata(OpenApiDocument.Parameters);
        site.MapGet("/api/v1/words", WordsEndpoint.Serve).WithMetadata(WordsEndpoint.Parameters);
        MapNow(site, parts, hasTap: tap is not null, time);
        MapPast(site, parts, desk, time);
        MapProofs(site, parts, desk);
        MapAccess(site, logins);
        TapRoutes.Map(site, tap, parts, assets, desk, time);
        MapActions(site, new ActionEndpoints(parts.Actions));
    }

    private static void MapNow(IEndpointRouteBuilder site, SiteParts parts, bool hasTap, TimeProvider time)
    {
        site.MapGet("/metrics", MetricsEndpoint.Of(parts.Metrics)).WithMetadata(MetricsEndpoint.Parameters);
        site.MapGet("/api/v1/status", Asking.With((context, _) => JsonAnswer.SendAsync(context, parts.Status.Json(), "application/json")));
        site.MapGet("/api/v1/live", LiveEndpoint.Of(parts.Live, time));
        site.MapGet("/api/v1/channels", ChannelsEndpoint.Of(parts.Name, parts.Readings.Channels, hasTap)).WithMetadata(ChannelsEndpoint.Parameters);
    }

    private static void MapPast(IEndpointRouteBuilder site, SiteParts parts, LogDesk desk, TimeProvider time)
    {
        var channels = parts.Readings.Channels;
        site.MapGet("/api/v1/readings", ReadingsEndpoint.Of(parts.Name, channels, parts.History, desk)).WithMetadata(ReadingsEndpoint.Parameters);
        site.MapGet("/api/v1/trend", TrendEndpoint.Of(channels, parts.History, desk, time)).WithMetadata(TrendEndpoint.Parameters);
        site.MapGet("/api/v1/events", EventsEndpoint.Of(parts.History, desk)).WithMetadata(EventsEndpoint.Parameters);
    }

    private static void MapProofs(IEndpointRouteBuilder site, SiteParts parts, LogDesk desk)
    {
        var channels = parts.Readings.Channels;
        site.MapGet("/api/v1/evidence", EvidenceEndpoint.Of(channels, parts.Evidence, desk)).WithMetadata(EvidenceEndpoint.Parameters);
        site.MapGet("/api/v1/policy", PolicyEndpoint.Of(parts.Evidence)).WithMetadata(PolicyEndpoint.Parameters);
        site.MapGet("/api/v1/qr", QrEndpoint.Of(channels, parts.Evidence, desk)).WithMetadata(QrEndpoint.Parameters);
        site.MapGet("/api/v1/qr/site", QrEndpoint.Site).WithMetadata(QrEndpoint.SiteParameters);
    }

    private static void MapAccess(IEndpointRouteBuilder site, LoginEndpoints logins)
    {
        site.MapGet("/api/v1/session", Asking.With((context, _) => logins.SessionAsync(context)));
        site.MapPost("/api/v1/login", logins.LoginAsync);
        site.MapPost("/api/v1/logout", logins.LogoutAsync);
        site.MapPost("/api/v1/password", logins.PasswordAsync);
    }

    private static void MapActions(IEndpointRouteBuilder site, ActionEndpoints actions)
    {
        site.MapPost("/api/v1/alarms/acknowledge", actions.AcknowledgeAsync);
        site.MapPost("/api/v1/damage/seen", actions.SeeDamageAsync);
    }
}
