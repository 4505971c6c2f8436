using System.Net;
using System.Net.Sockets;
using Edge.Site.Access;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Serving;

/// <summary>Around every request: its turn, the headers of every answer, no foreign names, and what goes wrong told as a problem.</summary>
internal sealed class RequestGuard(Door door, Visitors visitors, ILogger logger)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (Entrance.PlaceOf(context) is not { } place)
        {
            await AnswerAsync(context, next);
            return;
        }

        visitors.Places.Begin(place);
        try
        {
            await AnswerAsync(context, next);
        }
        finally
        {
            visitors.Places.Finish(place);
        }
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.Set(context);
        if (!await IsItsTurnAsync(context))
            return;
        if (!HostNames.IsOurs(context.Request.Host, door.Certificate))
        {
            await Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "not-this-host", "call this gateway by its address or its own name");
            return;
        }

        try
        {
            HeadRequest.TakeAsGet(context);
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentType: null })
                await NotHereAsync(context);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await Problem.WriteAsync(context, e.StatusCode, "bad-request", e.Message);
        }
        catch (Exception e) when (HasGone(e, context))
        {
            context.Abort();
        }
        catch (TimeoutException)
        {
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "store-waits", "the log takes no entries now, so nothing was done; see the status, and try again");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.RequestFailed(context.Request.Method, e.Message, e);
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "failed", "the gateway made a mistake here; its log says which. Measuring is not affected");
        }
    }

    /// <summary>Whether it was the client who hung up, in the middle of what it said or was told.</summary>
    private static bool HasGone(Exception e, HttpContext context) =>
        e is ConnectionResetException or ConnectionAbortedException or IOException { InnerException: SocketException }
        || (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested);

    private async Task<bool> IsItsTurnAsync(HttpContext context)
    {
        try
        {
            if (await visitors.Requests.WaitAsync(ClientNetwork.Of(context.Connection.RemoteIpAddress ?? IPAddress.None), context.RequestAborted))
                return true;
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "busy", "this gateway is asked more than it can answer; ask again in a few seconds", Later);
        }
        catch (OperationCanceledException)
        {
            // It has gone.
        }

        return false;
    }

    /// <summary>Which methods there are for the path is kept (RFC 9110, 15.5.6).</summary>
    private static Task NotHereAsync(HttpContext context)
    {
        var allowed = context.Response.Headers.Allow;
        return Problem.WriteAsync(context, context.Response.StatusCode, "not-here", "there is nothing under this path for this method; /api/v1/openapi.json lists what there is", allow: HeadRequest.Added(allowed));
    }
}
