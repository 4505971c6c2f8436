using System.Text.Json;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.History;

/// <summary><c>GET /api/v1/trend</c>: a channel's readings of up to a week, summed up for a chart.</summary>
internal static class TrendEndpoint
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(1);

    public static Parameters Parameters { get; } = new("channel", "from", "to", "points");

    public static RequestDelegate Of(IReadOnlyList<LiveChannel> channels, ISiteHistory history, LogDesk desk, TimeProvider time) => Asking.With(async (context, query) =>
    {
        var channel = query.Required("channel");
        ChannelNames.Require(channels, channel);
        var period = Closed(query.Period(), time);
        var points = query.Count("points", HistoryLimits.UsualSteps, HistoryLimits.MostSteps);
        var trend = await desk.AskAsync(cancel => history.Trend(channel, period, points, cancel), context.RequestAborted);
        await JsonAnswer.WriteAsync(context, json => Write(json, channels.First(c => c.Name == channel), trend));
    });

    private static Period Closed(Period asked, TimeProvider time)
    {
        var until = double.IsFinite(asked.Until) ? asked.Until
            : double.IsFinite(asked.Since) ? asked.Since + Usual.TotalSeconds
            : (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        var period = new Period(double.IsFinite(asked.Since) ? asked.Since : Math.Max(0, until - Usual.TotalSeconds), until);
        return period.Until - period.Since <= HistoryLimits.LongestTrend.TotalSeconds ? period
            : throw new BadParameterException("from and to may be a week apart at most; ask for one week after the other");
    }

    private static void Write(Utf8JsonWriter json, LiveChannel channel, Trend trend)
    {
        json.WriteStartObject();
        json.WriteNumber("version"u8, 1);
        json.WriteString("channel"u8, channel.Name);
        json.WriteString("unit"u8, channel.Unit);
        json.WriteNumber("from"u8, trend.Since);
        json.WriteNumber("step"u8, trend.Step);
        json.WriteBoolean("complete"u8, trend.IsWhole);
        json.WriteStartArray("buckets"u8);
        foreach (var step in trend.Steps)
            Write(json, step);
        json.WriteEndArray();
        json.WriteStartArray("gaps"u8);
        foreach (var (i, step) in trend.Steps.Index())
        {
            if (step.Gaps == 0)
                continue;
            json.WriteStartArray();
            json.WriteNumberValue(i);
            json.WriteNumberValue(step.Gaps);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, in TrendStep step)
    {
        if (step.Good + step.Uncertain + step.Bad == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var figure in (ReadOnlySpan<double>)[step.Min, step.Max, step.Mean, step.Last])
            json.WriteNumberOrNull(step.Valued > 0 ? figure : null);
        json.WriteNumberValue(step.Good);
        json.WriteNumberValue(step.Uncertain);
        json.WriteNumberValue(step.Bad);
        json.WriteEndArray();
    }
}
