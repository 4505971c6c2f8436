using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Tap;

/// <summary><c>GET /api/v1/tap</c>: the figures of the tap's page, what they say of the water, and who proved them; of this gateway nothing else.</summary>
internal sealed class TapEndpoint(TapSettings tap, ILiveReadings readings, TapProofs proofs, TimeProvider time)
{
    /// <summary>How long the figures wait for the newest proof: without it they say what was proved before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly (TapChannel Shown, LiveChannel Channel, int Place)[] _figures =
        [.. from shown in tap.Channels
            from each in readings.Channels.Index()
            where each.Item.Name == shown.Channel
            select (shown, each.Item, each.Index)];

    private Acceptance? _proved;

    public static Parameters Parameters { get; } = new();

    public async Task AnswerAsync(HttpContext context)
    {
        var proved = await ProvedAsync(context.RequestAborted);
        var newest = new LiveReading[readings.Channels.Count];
        readings.Newest(newest);
        var now = time.GetUtcNow();
        var figures = _figures.Select(f =>
        {
            var state = TapJudgement.State(f.Channel, newest[f.Place], now);
            return new Figure(f.Shown, f.Channel, newest[f.Place], state, TapJudgement.IsWithin(f.Channel.Limits, newest[f.Place], state));
        }).ToList();
        // It is the last that a phone asks for the while: it need not hold one of the few connections.
        context.Response.Headers.Connection = "close";
        await JsonAnswer.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, 1);
            Write(json, "name"u8, tap.Name, tap.ChineseName);
            json.WriteString("time"u8, Text(now));
            json.WriteString("verdict"u8, Word(TapJudgement.Of(figures.Select(f => (f.Channel.Limits, f.State, f.IsWithin)))));
            json.WriteStartArray("readings"u8);
            foreach (var figure in figures)
                Write(json, figure);
            json.WriteEndArray();
            json.WritePropertyName("proof"u8);
            Write(json, proved);
            json.WriteEndObject();
        });
    }

    private async Task<Acceptance?> ProvedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _proved = (await proofs.NewestAsync(tap.Channels[0].Channel, cancellationToken).WaitAsync(Patience, time, cancellationToken)).Acceptance;
        }
        catch (Exception e) when (e is RefusedException or TimeoutException)
        {
            return _proved;
        }
    }

    private static void Write(Utf8JsonWriter json, in Figure figure)
    {
        var (shown, channel, reading, state, isWithin) = figure;
        json.WriteStartObject();
        json.WriteString("channel"u8, channel.Name);
        Write(json, "name"u8, shown.Name, shown.ChineseName);
        json.WriteString("unit"u8, ShownUnit.Of(channel.Unit));
        json.WriteNumber("decimals"u8, channel.Decimals);
        json.WriteNumberOrNull("low"u8, channel.Limits.AlarmLow);
        json.WriteNumberOrNull("high"u8, channel.Limits.AlarmHigh);
        json.WriteString("state"u8, Word(state));
        json.WriteNumberOrNull("value"u8, state is TapState.None or TapState.Bad || reading.Quality == Quality.Bad ? null : reading.Value);
        if (state != TapState.None && reading.Reason != Reason.None)
            Write(json, "reason"u8, FieldWords.English.Of(reading.Reason), FieldWords.Chinese.Of(reading.Reason));
        else
            json.WriteNull("reason"u8);
        if (state != TapState.None && reading.UnixMilliseconds is { } at)
        {
            json.WriteString("at"u8, Text(DateTimeOffset.FromUnixTimeMilliseconds(at)));
            json.WriteString("staleAt"u8, Text(TapJudgement.StaleAt(channel, at)));
        }
        else
        {
            json.WriteNull("at"u8);
            json.WriteNull("staleAt"u8);
        }

        if (isWithin is { } within)
            json.WriteBoolean("within"u8, within);
        else
            json.WriteNull("within"u8);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Acceptance? proved)
    {
        if (proved is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        if (proved.Measured is { } measured)
            json.WriteString("measured"u8, Moments.Text(measured));
        else
            json.WriteNull("measured"u8);
        json.WriteString("accepted"u8, Moments.Text(proved.Accepted));
        json.WriteStartArray("departments"u8);
        foreach (var department in proved.By)
            json.WriteStringValue(department);
        json.WriteEndArray();
        json.WriteNumber("of"u8, proved.Of);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string english, string chinese)
    {
        json.WriteStartObject(name);
        json.WriteString("en"u8, english);
        json.WriteString("zh"u8, chinese);
        json.WriteEndObject();
    }

    private static string Text(DateTimeOffset at) => Moments.Text(at.ToUnixTimeMilliseconds() / 1000.0);

    private static string Word<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    private readonly record struct Figure(TapChannel Shown, LiveChannel Channel, LiveReading Reading, TapState State, bool? IsWithin);
}
