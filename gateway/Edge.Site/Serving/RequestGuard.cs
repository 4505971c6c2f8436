using Edge.Site.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Serving;

/// <summary>Around every request: the headers of every answer, no foreign names, and what goes wrong told as a problem.</summary>
internal sealed class RequestGuard(Door door, Pace pace, ILogger logger)
{
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        await pace.WaitAsync(context.RequestAborted);
        SecurityHeaders.Set(context);
        if (!HostNames.IsOurs(context.Request.Host, door.Certificate))
        {
            await Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "not-this-host", "call this gateway by its address or its own name");
            return;
        }

        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentType: null })
                await Problem.WriteAsync(context, context.Response.StatusCode, "not-here", "there is nothing under this path for this method; /api/v1/openapi.json lists what there is");
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await Problem.WriteAsync(context, e.StatusCode, "bad-request", e.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // It has gone.
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
}
