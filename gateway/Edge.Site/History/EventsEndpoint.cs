using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.History;

/// <summary><c>GET /api/v1/events</c>: what happened, the newest first.</summary>
internal static class EventsEndpoint
{
    public static Parameters Parameters { get; } = new("channel", "kind", "from", "to", "limit", "cursor");

    private static readonly Dictionary<string, EntryKind> Kinds = Enum.GetValues<EntryKind>().Where(k => k is not (EntryKind.Reading or EntryKind.Seal)).ToDictionary(EntryJson.Kind);

    public static RequestDelegate Of(ISiteHistory history, LogDesk desk) => Asking.With(async (context, query) =>
    {
        var asked = new LogQuery(query.Text("channel"), query.Period(), null, query.Count("limit", HistoryLimits.UsualPage, HistoryLimits.MostPage), query.Index("cursor")) { Kind = query.OneOf("kind", Kinds) };
        var page = await desk.AskAsync(cancel => history.Events(asked, cancel), context.RequestAborted);
        NextPage.Link(context, page);
        await JsonAnswer.WriteAsync(context, json => PageJson.Write(json, page));
    });
}
