using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.History;

/// <summary><c>GET /api/v1/readings</c>: readings and gaps, the newest first.</summary>
internal static class ReadingsEndpoint
{
    public static Parameters Parameters { get; } = new("channel", "from", "to", "quality", "limit", "cursor");

    public static RequestDelegate Of(string origin, IReadOnlyList<LiveChannel> channels, ISiteHistory history, LogDesk desk) => Asking.With(async (context, query) =>
    {
        var wantsSenMl = Wants(context, SenMlJson.Type);
        var channel = query.Text("channel");
        ChannelNames.Require(channels, channel);
        var asked = new LogQuery(
            channel, query.Period(), query.Quality("quality") ?? (wantsSenMl ? Quality.Good : null), query.Count("limit", HistoryLimits.UsualPage, HistoryLimits.MostPage), query.Index("cursor"));
        var page = await desk.AskAsync(cancel => history.Readings(asked, cancel), context.RequestAborted);
        NextPage.Link(context, page);
        context.Response.Headers.Vary = "Accept";
        await (wantsSenMl
            ? JsonAnswer.WriteAsync(context, json => SenMlJson.Write(json, origin, page.Entries), SenMlJson.Type)
            : JsonAnswer.WriteAsync(context, json => PageJson.Write(json, page)));
    });

    private static bool Wants(HttpContext context, string type) => context.Request.Headers.Accept.Any(a => a?.Contains(type, StringComparison.OrdinalIgnoreCase) == true);
}
