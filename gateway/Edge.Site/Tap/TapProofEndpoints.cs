using System.Globalization;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Tap;

/// <summary><c>GET /api/v1/tap/evidence</c> and <c>GET /api/v1/tap/policy</c>: what a phone checks by itself, of the tap's channels alone.</summary>
internal sealed class TapProofEndpoints(TapSettings tap, ISiteEvidence evidence, TapProofs proofs)
{
    public static Parameters EvidenceParameters { get; } = new("channel");

    public static Parameters PolicyParameters { get; } = new();

    public async Task EvidenceAsync(HttpContext context, QueryText query)
    {
        var channel = query.Required("channel");
        var place = tap.Channels.ToList().FindIndex(c => c.Channel == channel);
        if (place < 0)
            throw new RefusedException(Refusal.NotFound, "the tap's page has no such channel; /api/v1/tap lists those it has");
        var file = await proofs.NewestAsync(channel, context.RequestAborted);
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"tap-{place + 1}-{file.First}.edge\"");
        await JsonAnswer.SendAsync(context, file.Bytes, "application/octet-stream");
    }

    /// <summary>The last that a phone asks for when it checks.</summary>
    public Task PolicyAsync(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        return Proofs.PolicyEndpoint.SendAsync(context, evidence);
    }
}
