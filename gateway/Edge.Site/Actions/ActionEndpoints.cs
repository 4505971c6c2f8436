using Edge.Site.Access;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Actions;

/// <summary>What people see to over the page; each answer names the entry that says so, <c>{"index": 4711}</c>.</summary>
internal sealed class ActionEndpoints(ISiteActions actions)
{
    private const int MostNote = 200;
    private const int MostChannel = 200;

    /// <summary><c>POST /api/v1/alarms/acknowledge</c> of <c>{"channel", "note"}</c></summary>
    public async Task AcknowledgeAsync(HttpContext context)
    {
        var given = await RequestObject.ReadAsync(context, "channel", "note");
        if (given[0].Length > MostChannel)
            throw new BadHttpRequestException("there is no channel of such a name");
        await AnswerAsync(context, await actions.AcknowledgeAsync(given[0], Note(given[1]), Somebody(context), context.RequestAborted), "no-alarm", "this channel has no alarm now");
    }

    /// <summary><c>POST /api/v1/damage/seen</c> of <c>{"note"}</c></summary>
    public async Task SeeDamageAsync(HttpContext context)
    {
        var given = await RequestObject.ReadAsync(context, "note");
        await AnswerAsync(context, await actions.SeeDamageAsync(Note(given[0]), Somebody(context), context.RequestAborted), "no-damage", "nothing damaged waits to be seen to");
    }

    private static string Somebody(HttpContext context) => Who.Of(AccessGate.Of(context)!.Account);

    private static string Note(string text) =>
        text.Length <= MostNote && OneLine.Is(text) ? text.Trim() : throw new BadHttpRequestException($"a note is one line of at most {MostNote} characters, without any that cannot be seen");

    private static Task AnswerAsync(HttpContext context, ulong? index, string type, string detail)
    {
        if (index is not { } entered)
            return Problem.WriteAsync(context, StatusCodes.Status409Conflict, type, detail);
        return JsonAnswer.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, entered);
            json.WriteEndObject();
        });
    }
}
