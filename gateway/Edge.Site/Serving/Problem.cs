using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>What went wrong, as RFC 9457 problem details: a stable word and a sentence that says what to do.</summary>
public static class Problem
{
    /// <param name="status">The HTTP status.</param>
    /// <param name="type">A stable word, kebab-case.</param>
    /// <param name="detail">For people, English.</param>
    /// <param name="after">When it is worth trying again; null: not said.</param>
    /// <param name="allow">The methods that there are for this path; null: not said.</param>
    public static async Task WriteAsync(HttpContext context, int status, string type, string detail, TimeSpan? after = null, string? allow = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Response.HasStarted)
            return;
        context.Response.Clear();
        SecurityHeaders.Set(context);
        context.Response.StatusCode = status;
        if (after is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (allow is not null)
            context.Response.Headers.Allow = allow;
        await JsonAnswer.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteNumber("status"u8, status);
            json.WriteString("detail"u8, detail);
            json.WriteEndObject();
        }, "application/problem+json");
    }
}
