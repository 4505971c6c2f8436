using Edge.Site.Ports;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>Answers a request that has parameters; what is wrong with them, or refused, becomes a problem.</summary>
internal static class Asking
{
    public static RequestDelegate With(Func<HttpContext, QueryText, Task> answer) => async context =>
    {
        try
        {
            await answer(context, QueryText.Of(context));
        }
        catch (BadParameterException e)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "bad-parameter", e.Message);
        }
        catch (RefusedException e)
        {
            var (status, type) = Told(e.Why);
            await Problem.WriteAsync(context, status, type, e.Message, e.After);
        }
    };

    private static (int Status, string Type) Told(Refusal why) => why switch
    {
        Refusal.NotFound => (StatusCodes.Status404NotFound, "not-found"),
        Refusal.NothingThere => (StatusCodes.Status404NotFound, "nothing-there"),
        Refusal.NotAnchored => (StatusCodes.Status409Conflict, "not-anchored"),
        Refusal.Gone => (StatusCodes.Status410Gone, "gone"),
        Refusal.TooMuch => (StatusCodes.Status422UnprocessableEntity, "too-much"),
        Refusal.NotSet => (StatusCodes.Status409Conflict, "not-set"),
        Refusal.Busy => (StatusCodes.Status503ServiceUnavailable, "busy"),
        _ => (StatusCodes.Status503ServiceUnavailable, "log-unreadable"),
    };
}
