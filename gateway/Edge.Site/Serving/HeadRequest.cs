using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Edge.Site.Serving;

/// <summary>HEAD (RFC 9110, 9.3.2): whatever GET answers, without its body, which the server leaves out.</summary>
internal static class HeadRequest
{
    private static readonly object Key = new();

    /// <summary>From here on it is a GET to all but <see cref="Is"/>.</summary>
    public static void TakeAsGet(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
            return;
        context.Items[Key] = true;
        context.Request.Method = HttpMethods.Get;
    }

    /// <summary>Whether only the head of an answer is wanted.</summary>
    public static bool Is(HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>Methods as <c>Allow</c> has them, with HEAD where GET is; null where there are none.</summary>
    public static string? Added(StringValues allowed)
    {
        var methods = allowed.SelectMany(a => a?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []).ToList();
        return methods.Count == 0 ? null : string.Join(", ", methods.SelectMany(m => HttpMethods.IsGet(m) ? [m, HttpMethods.Head] : new[] { m }));
    }
}
