using System.Text.Json;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Access;

/// <summary>
/// Who somebody is here: <c>{"name","role","proof","ends_in_seconds","idle_seconds","looking"}</c>, all but the last null when not logged in; <c>looking</c> is
/// <c>open</c> or <c>login</c>.
/// </summary>
internal static class SessionJson
{
    public static Task WriteAsync(HttpContext context, Session? session, string? token, bool lookingIsOpen, Sessions sessions) => JsonAnswer.WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, session?.Account.Name);
        json.WriteString("role"u8, session is null ? null : RoleName.Of(session.Account.Role));
        json.WriteString("proof"u8, session is null ? null : SessionToken.Proof(token!));
        WriteSeconds(json, "ends_in_seconds"u8, session is null ? null : sessions.Left(session));
        WriteSeconds(json, "idle_seconds"u8, session is null ? null : Sessions.Idle);
        json.WriteString("looking"u8, lookingIsOpen ? "open" : "login");
        json.WriteEndObject();
    });

    private static void WriteSeconds(Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan? span) =>
        json.WriteNumberOrNull(name, span is { } time ? Math.Floor(time.TotalSeconds) : null);
}
