using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Live;

/// <summary><c>GET /api/v1/live</c>: server-sent events <c>readings</c> (<see cref="LiveFrame"/>), <c>status</c> and <c>said</c> (<see cref="Ports.ISiteStatus"/>).</summary>
internal static class LiveEndpoint
{
    public static RequestDelegate Of(LiveHub hub) => Asking.With(async (context, _) =>
    {
        using var viewer = hub.Join();
        if (viewer is null)
        {
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "too-many-viewers", $"{LiveHub.MostViewers} viewers watch this gateway already; try again when one has gone");
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await foreach (var frame in viewer.Frames.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(frame, context.RequestAborted);
            if (viewer.Frames.Count == 0)
                await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    });
}
