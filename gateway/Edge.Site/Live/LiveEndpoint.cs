using System.Threading.Channels;
using Edge.Site.Access;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Live;

/// <summary><c>GET /api/v1/live</c>: server-sent events <c>readings</c> (<see cref="LiveFrame"/>), <c>status</c> and <c>said</c> (<see cref="Ports.ISiteStatus"/>).</summary>
internal static class LiveEndpoint
{
    /// <summary>What is sent is taken within this time, or the viewer is let go and comes again.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);

    private static readonly string Full =
        $"as many watch this gateway already as may: {LiveHub.MostViewers}, of one address {LiveHub.MostOfNetwork}, with one login or token {LiveHub.MostOfOne}; close a page that shows it, or try again later";

    public static RequestDelegate Of(LiveHub hub, TimeProvider time) => Asking.With(async (context, _) =>
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        if (HeadRequest.Is(context))
            return;
        using var viewer = hub.Join(AccessGate.LookerOf(context));
        if (viewer is null)
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "too-many-viewers", Full);
        else
            await ShowAsync(context, viewer.Frames, time);
    });

    private static async Task ShowAsync(HttpContext context, ChannelReader<ReadOnlyMemory<byte>> frames, TimeProvider time)
    {
        var (body, gone) = (context.Response.Body, context.RequestAborted);
        try
        {
            await foreach (var frame in frames.ReadAllAsync(gone))
            {
                await body.WriteAsync(frame, gone).AsTask().WaitAsync(Slowest, time, gone);
                if (frames.Count == 0)
                    await body.FlushAsync(gone).WaitAsync(Slowest, time, gone);
            }
        }
        catch (TimeoutException)
        {
            context.Abort();
        }
    }
}
