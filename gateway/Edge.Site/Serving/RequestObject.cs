using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>The JSON object of a request: texts by their names, all that are asked for and no other.</summary>
internal static class RequestObject
{
    private const int MostBytes = 4096;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2, AllowDuplicateProperties = false };

    /// <summary>The texts in the order of their names.</summary>
    /// <exception cref="BadHttpRequestException">It is too long, of another type, or not of this form.</exception>
    public static async Task<string[]> ReadAsync(HttpContext context, params string[] names)
    {
        if (!context.Request.HasJsonContentType())
            throw new BadHttpRequestException("send a body of the type application/json", StatusCodes.Status415UnsupportedMediaType);
        var buffer = new byte[MostBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (length > MostBytes)
            throw new BadHttpRequestException($"the body has more than {MostBytes} bytes", StatusCodes.Status413PayloadTooLarge);
        return Parse(buffer.AsMemory(0, length), names) ?? throw new BadHttpRequestException($"the body has to be a JSON object of these texts and no other: {string.Join(", ", names)}");
    }

    private static string[]? Parse(ReadOnlyMemory<byte> body, string[] names)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body, Strict);
            var given = parsed.RootElement;
            if (given.ValueKind != JsonValueKind.Object || given.GetPropertyCount() != names.Length)
                return null;
            var texts = names.Select(n => given.TryGetProperty(n, out var text) ? text.GetString() : null).OfType<string>().ToArray();
            return texts.Length == names.Length ? texts : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
