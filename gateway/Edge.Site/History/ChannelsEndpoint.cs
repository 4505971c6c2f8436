using System.Text.Json;
using Edge.Ledger.Text;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.History;

/// <summary><c>GET /api/v1/channels</c>: what is measured, and when it is doubted or alarming.</summary>
internal static class ChannelsEndpoint
{
    public static Parameters Parameters { get; } = new();

    public static RequestDelegate Of(string origin, IReadOnlyList<LiveChannel> channels, bool hasTap) => Asking.With((context, _) => JsonAnswer.WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version"u8, 1);
        json.WriteString("gateway"u8, origin);
        json.WriteStartArray("channels"u8);
        foreach (var channel in channels)
            Write(json, channel);
        json.WriteEndArray();
        json.WriteBoolean("tap"u8, hasTap);
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, LiveChannel channel)
    {
        var limits = channel.Limits;
        json.WriteStartObject();
        json.WriteString("name"u8, channel.Name);
        json.WriteString("unit"u8, channel.Unit);
        json.WriteString("shownUnit"u8, ShownUnit.Of(channel.Unit));
        json.WriteString("domain"u8, channel.Domain);
        json.WriteNumber("periodSeconds"u8, channel.Period.TotalSeconds);
        json.WriteNumber("decimals"u8, channel.Decimals);
        json.WriteNumberOrNull("alarmLow"u8, limits.AlarmLow);
        json.WriteNumberOrNull("alarmHigh"u8, limits.AlarmHigh);
        json.WriteStartObject("rules"u8);
        json.WriteNumberOrNull("lowest"u8, limits.Lowest);
        json.WriteNumberOrNull("highest"u8, limits.Highest);
        json.WriteNumberOrNull("ratePerSecond"u8, limits.Rate);
        json.WriteNumberOrNull("flatLineSeconds"u8, limits.FlatLine?.TotalSeconds);
        json.WriteNumberOrNull("warmUpSeconds"u8, limits.WarmUp?.TotalSeconds);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
