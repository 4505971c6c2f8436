using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using Edge.Ledger.Text;

namespace Edge.Gateway.Site;

/// <summary>Health in the words of <c>edge status</c>, in both languages, so that the page says what the command says.</summary>
public static class SaidHealth
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>UTF-8, as <see cref="Edge.Site.Ports.ISiteStatus.Said"/> has it.</returns>
    public static byte[] Write(GatewayHealth health)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            Write(json, "en", HealthWords.English, health);
            Write(json, "zh", HealthWords.Chinese, health);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string language, HealthWords words, GatewayHealth health)
    {
        json.WriteStartObject(language);
        Text(json, "measuring", words.Measuring(health));
        Text(json, "proving", words.Proving(health));
        Text(json, "needing", words.Needing(health));
        Text(json, "head", words.Head(health));
        json.WriteStartArray("needs"u8);
        foreach (var need in health.Needs)
            Write(json, need, words, health);
        json.WriteEndArray();
        json.WriteStartArray("figures"u8);
        foreach (var (label, text) in words.Figures(health))
        {
            json.WriteStartArray();
            json.WriteStringValue(label);
            json.WriteStringValue(ShownText.Clean(text));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Need need, HealthWords words, GatewayHealth health)
    {
        json.WriteStartObject();
        json.WriteString("need"u8, JsonNamingPolicy.SnakeCaseLower.ConvertName(need.ToString()));
        Text(json, "advice", words.Advice(need, health));
        json.WriteStartArray("items"u8);
        foreach (var item in words.Items(need, health))
            json.WriteStringValue(ShownText.Clean(item));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What others wrote passes here.</summary>
    private static void Text(Utf8JsonWriter json, string name, string text) => json.WriteString(name, ShownText.Clean(text));
}
