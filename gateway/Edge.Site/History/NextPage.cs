using System.Globalization;
using Edge.Site.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Edge.Site.History;

/// <summary>Where an answer goes on, as a link header too (RFC 8288): SenML has no place for it.</summary>
internal static class NextPage
{
    public static void Link(HttpContext context, LogPage page)
    {
        if (page.Next is not { } next)
            return;
        var query = new QueryBuilder(context.Request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? "")))
        {
            { "cursor", next.ToString(CultureInfo.InvariantCulture) },
        };
        context.Response.Headers.Link = $"<{context.Request.Path}{query}>; rel=\"next\"";
    }
}
