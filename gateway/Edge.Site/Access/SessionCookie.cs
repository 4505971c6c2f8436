using Microsoft.AspNetCore.Http;

namespace Edge.Site.Access;

/// <summary>Carries the token; with TLS under a name that no other origin and no plain connection can set.</summary>
internal static class SessionCookie
{
    public static string? Read(HttpRequest request) => request.Cookies[NameOf(request)];

    public static void Set(HttpContext context, string token) => Write(context, token, Sessions.Longest);

    public static void Clear(HttpContext context) => Write(context, "", TimeSpan.Zero);

    private static void Write(HttpContext context, string token, TimeSpan age) =>
        context.Response.Cookies.Append(NameOf(context.Request), token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = age });

    private static string NameOf(HttpRequest request) => request.IsHttps ? "__Host-edge-session" : "edge-session";
}
