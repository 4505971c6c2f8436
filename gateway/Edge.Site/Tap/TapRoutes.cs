using Edge.Site.Assets;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Tap;

/// <summary>What anyone is shown who scans the code at the tap, and the verifier's page with which they check it. Without <c>site: tap:</c> only the verifier's page is there.</summary>
internal static class TapRoutes
{
    private const string Nobody = "'none'";
    private const string ThisSite = "'self'";

    public static void Map(IEndpointRouteBuilder site, TapSettings? tap, SiteParts parts, SiteAssets assets, LogDesk desk, TimeProvider time)
    {
        var verifier = assets.Single("verify.html", ThisSite);
        site.MapGet("/verify", context =>
        {
            context.Response.Headers.Connection = "close";
            return verifier(context);
        });
        site.MapGet("/api/v1/qr/tap", TapCode.Of(tap)).WithMetadata(TapCode.Parameters);
        site.MapGet(TapSettings.Path, tap is null ? Asking.With((_, _) => throw None()) : assets.Single("tap.html", Nobody));
        if (tap is null)
        {
            foreach (var path in new[] { "", "/evidence", "/policy" })
                site.MapGet($"/api/v1/tap{path}", Asking.With((_, _) => throw None())).WithMetadata(path == "/evidence" ? TapProofEndpoints.EvidenceParameters : TapEndpoint.Parameters);
            return;
        }

        var proofs = new TapProofs(parts.Evidence, desk, time);
        var (figures, files) = (new TapEndpoint(tap, parts.Readings, proofs, time), new TapProofEndpoints(tap, parts.Evidence, proofs));
        site.MapGet("/api/v1/tap", Asking.With((context, _) => figures.AnswerAsync(context))).WithMetadata(TapEndpoint.Parameters);
        site.MapGet("/api/v1/tap/evidence", Asking.With(files.EvidenceAsync)).WithMetadata(TapProofEndpoints.EvidenceParameters);
        site.MapGet("/api/v1/tap/policy", Asking.With((context, _) => files.PolicyAsync(context))).WithMetadata(TapProofEndpoints.PolicyParameters);
    }

    public static RefusedException None() => new(Refusal.NotFound, "this site has no page for its tap; site: tap: in gateway.yaml makes one");
}
