using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Proofs;

/// <summary><c>GET /api/v1/policy</c>: whom the gateway itself trusts, with a remark in front that this is no reason to.</summary>
internal static class PolicyEndpoint
{
    public static Parameters Parameters { get; } = new();

    private static ReadOnlySpan<byte> Remark => """
        # What this gateway goes by. A verifier must not take its policy from the one it checks: compare these
        # keys with those that the city and its departments publish themselves, or get the file from them.
        # 本网关所依据的信任策略。核验者不应采用被核验方提供的策略：请与城市及各部门自行公布的密钥比对，或直接向其索取。

        """u8;

    public static RequestDelegate Of(ISiteEvidence evidence) => Asking.With((context, _) => SendAsync(context, evidence));

    public static Task SendAsync(HttpContext context, ISiteEvidence evidence)
    {
        context.Response.Headers.ContentDisposition = "inline; filename=\"city.policy\"";
        return JsonAnswer.SendAsync(context, (byte[])[.. Remark, .. evidence.Policy().Span], "text/plain; charset=utf-8");
    }
}
