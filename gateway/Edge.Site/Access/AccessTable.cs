using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Access;

/// <summary>Who may what: the least role for each route. A route that does not stand here is nobody's.</summary>
internal static class AccessTable
{
    private static readonly FrozenDictionary<string, Role?> Least = new Dictionary<string, Role?>
    {
        ["GET /"] = null,
        ["GET /assets/{name}"] = null,
        // The same at every gateway: how one logs in stands there, what the field's words are, and nothing of this one.
        ["GET /api/v1/openapi.json"] = null,
        ["GET /api/v1/words"] = null,
        ["GET /api/v1/session"] = null,
        ["POST /api/v1/login"] = null,
        ["POST /api/v1/logout"] = Role.Viewer,
        ["POST /api/v1/password"] = Role.Viewer,
        ["GET /metrics"] = Role.Viewer,
        ["GET /api/v1/status"] = Role.Viewer,
        ["GET /api/v1/live"] = Role.Viewer,
        ["GET /api/v1/channels"] = Role.Viewer,
        ["GET /api/v1/readings"] = Role.Viewer,
        ["GET /api/v1/trend"] = Role.Viewer,
        ["GET /api/v1/events"] = Role.Viewer,
        ["GET /api/v1/evidence"] = Role.Viewer,
        ["GET /api/v1/policy"] = Role.Viewer,
        ["GET /api/v1/qr"] = Role.Viewer,
        ["GET /api/v1/qr/site"] = Role.Viewer,
        // For whoever scans the code at the tap: the figures that the settings name, and nothing else of this gateway.
        ["GET /tap"] = null,
        ["GET /verify"] = null,
        ["GET /api/v1/tap"] = null,
        ["GET /api/v1/tap/evidence"] = null,
        ["GET /api/v1/tap/policy"] = null,
        ["GET /api/v1/qr/tap"] = Role.Viewer,
        ["POST /api/v1/alarms/acknowledge"] = Role.Operator,
        ["POST /api/v1/damage/seen"] = Role.Technician,
    }.ToFrozenDictionary();

    /// <summary>Routes as <c>METHOD PATTERN</c>.</summary>
    public static IReadOnlyCollection<string> Routes => Least.Keys;

    /// <summary>The least role for an endpoint; null: anyone.</summary>
    /// <returns>False where nobody may.</returns>
    public static bool TryFind(string method, RouteEndpoint endpoint, out Role? least)
    {
        least = null;
        return endpoint is { RoutePattern.RawText: { } pattern } && Least.TryGetValue($"{method} {pattern}", out least);
    }
}
