using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Proofs;

/// <summary><c>Edge-Measured</c>: when the newest reading of what is given was measured, RFC 3339 in UTC; left out of what has no reading with a time.</summary>
internal static class MeasuredHeader
{
    public static void Set(HttpContext context, CutEvidence file)
    {
        if (file.Measured is { } measured)
            context.Response.Headers["Edge-Measured"] = Moments.Text(measured);
    }
}
