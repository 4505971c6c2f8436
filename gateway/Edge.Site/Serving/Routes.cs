using Edge.Site.Access;
using Edge.Site.Actions;
using Edge.Site.Assets;
using Edge.Site.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Serving;

/// <summary>Every path there is.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder site, SiteParts parts, LoginEndpoints logins)
    {
        var assets = SiteAssets.Load();
        site.MapGet("/", assets.Page);
        site.MapGet("/assets/{name}", assets.File);
        site.MapGet("/api/v1/status", context => Answer.JsonAsync(context, parts.Status.Json()));
        site.MapGet("/api/v1/live", LiveEndpoint.Of(parts.Live));
        site.MapGet("/api/v1/session", logins.SessionAsync);
        site.MapPost("/api/v1/login", logins.LoginAsync);
        site.MapPost("/api/v1/logout", logins.LogoutAsync);
        site.MapPost("/api/v1/password", logins.PasswordAsync);
        var actions = new ActionEndpoints(parts.Actions);
        site.MapPost("/api/v1/alarms/acknowledge", actions.AcknowledgeAsync);
        site.MapPost("/api/v1/damage/seen", actions.SeeDamageAsync);
    }
}
