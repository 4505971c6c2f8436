using System.Globalization;
using Edge.Site.History;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Proofs;

/// <summary><c>GET /api/v1/evidence</c>: the evidence file of a reading, of an entry, or of a channel's readings of some time.</summary>
internal static class EvidenceEndpoint
{
    public static Parameters Parameters { get; } = new("channel", "at", "from", "to", "index", "proved", "slim", "complete");

    public static RequestDelegate Of(IReadOnlyList<LiveChannel> channels, ISiteEvidence evidence, LogDesk desk) => Asking.With(async (context, query) =>
    {
        var cut = Asked(query, channels, evidence);
        var file = await desk.AskAsync(cut, context.RequestAborted);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(file)}\"";
        MeasuredHeader.Set(context, file);
        await JsonAnswer.SendAsync(context, file.Bytes, "application/octet-stream");
    });

    private static Func<CancellationToken, CutEvidence> Asked(QueryText query, IReadOnlyList<LiveChannel> channels, ISiteEvidence evidence)
    {
        var (index, at, period) = (query.Index("index"), query.Moment("at"), query.Period());
        var (proved, slim, complete) = (query.Flag("proved"), query.Flag("slim"), query.Flag("complete"));
        if (complete && (at is not null || !double.IsFinite(period.Since) || !double.IsFinite(period.Until)))
            throw new BadParameterException("complete is said of a time: say both from and to");
        var isPeriod = period != Period.Any;
        if (index is { } one)
        {
            return query.Text("channel") is null && at is null && !isPeriod
                ? cancel => evidence.Of(one, slim, cancel)
                : throw new BadParameterException("index says it all; leave out channel, at, from and to");
        }

        var channel = query.Required("channel");
        ChannelNames.Require(channels, channel);
        if (!isPeriod)
            return cancel => evidence.At(channel, at, proved, slim, cancel);
        return at is null && double.IsFinite(period.Since) && double.IsFinite(period.Until)
            ? cancel => complete ? evidence.Whole(channel, period, slim, cancel) : evidence.Between(channel, period, slim, cancel)
            : throw new BadParameterException("say either at, or both from and to");
    }

    /// <summary>Only letters, digits, dots and dashes: a channel may be named as it likes.</summary>
    private static string FileName(CutEvidence file)
    {
        var name = string.Concat(file.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')).Trim('.', '-');
        return string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? $"{name}-" : "")}{file.First}{(file.Entries > 1 ? $"-{file.Entries}" : "")}.edge");
    }
}
