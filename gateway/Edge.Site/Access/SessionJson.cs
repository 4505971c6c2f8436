using System.Buffers;
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
    public static Task WriteAsync(HttpContext context, Session? session, string? token, bool lookingIsOpen, Sessions sessions)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Problem.Readable))
        {
            json.WriteStartObject();
            json.WriteString("name"u8, session?.Account.Name);
            json.WriteString("role"u8, session is null ? null : RoleName.Of(session.Account.Role));
            json.WriteString("proof"u8, session is null ? null : SessionToken.Proof(token!));
            WriteSeconds(json, "ends_in_seconds", session is null ? null : sessions.Left(session));
            WriteSeconds(json, "idle_seconds", session is null ? null : Sessions.Idle);
            json.WriteString("looking"u8, lookingIsOpen ? "open" : "login");
            json.WriteEndObject();
        }

        return Answer.JsonAsync(context, buffer.WrittenMemory);
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? span)
    {
        if (span is { } time)
            json.WriteNumber(name, (long)time.TotalSeconds);
        else
            json.WriteNull(name);
    }
}
