using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>Answers that no one keeps.</summary>
internal static class Answer
{
    public static async Task JsonAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
