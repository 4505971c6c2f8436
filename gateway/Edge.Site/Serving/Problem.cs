using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>What went wrong, as RFC 9457 problem details: a stable word and a sentence that says what to do.</summary>
public static class Problem
{
    internal static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="status">The HTTP status.</param>
    /// <param name="type">A stable word, kebab-case.</param>
    /// <param name="detail">For people, English.</param>
    /// <param name="headers">Besides.</param>
    public static async Task WriteAsync(HttpContext context, int status, string type, string detail, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Response.HasStarted)
            return;
        context.Response.Clear();
        SecurityHeaders.Set(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await context.Response.Body.WriteAsync(Encode(status, type, detail), context.RequestAborted);
    }

    private static byte[] Encode(int status, string type, string detail)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteNumber("status"u8, status);
            json.WriteString("detail"u8, detail);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
