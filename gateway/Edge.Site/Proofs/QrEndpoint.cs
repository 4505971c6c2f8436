using System.Globalization;
using Edge.Ledger.Codes;
using Edge.Site.History;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;
using QRCoder;

namespace Edge.Site.Proofs;

/// <summary><c>GET /api/v1/qr</c>: the slim evidence file of one reading as a QR code, or a part of it; <c>GET /api/v1/qr/site</c>: one that opens the page.</summary>
internal static class QrEndpoint
{
    public static Parameters Parameters { get; } = new("channel", "at", "index", "proved", "part", "parts");

    public static Parameters SiteParameters { get; } = new();

    public static RequestDelegate Of(IReadOnlyList<LiveChannel> channels, ISiteEvidence evidence, LogDesk desk) => Asking.With(async (context, query) =>
    {
        var cut = Asked(query, channels, evidence);
        var part = query.Count("part", 1, EvidenceCode.MostParts);
        var wished = query.Count("parts", 1, EvidenceCode.MostParts);
        var (file, svg, parts) = await desk.AskAsync(cancel => Draw(cut(cancel), part, wished), context.RequestAborted);
        MeasuredHeader.Set(context, file);
        context.Response.Headers["Edge-Parts"] = parts.ToString(CultureInfo.InvariantCulture);
        await JsonAnswer.SendAsync(context, svg, QrSvg.Type);
    });

    /// <summary>By the name or address that this request called it.</summary>
    public static RequestDelegate Site { get; } = Asking.With((context, _) =>
        JsonAnswer.SendAsync(context, QrSvg.Of($"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}/", "The page of this site", QRCodeGenerator.ECCLevel.M), QrSvg.Type));

    private static Func<CancellationToken, CutEvidence> Asked(QueryText query, IReadOnlyList<LiveChannel> channels, ISiteEvidence evidence)
    {
        var (at, proved) = (query.Moment("at"), query.Flag("proved"));
        if (query.Index("index") is { } index)
        {
            return query.Text("channel") is null && at is null ? cancel => evidence.Of(index, slim: true, cancel)
                : throw new BadParameterException("index says it all; leave out channel and at");
        }

        var channel = query.Required("channel");
        ChannelNames.Require(channels, channel);
        return cancel => evidence.At(channel, at, proved, slim: true, cancel);
    }

    private static (CutEvidence File, byte[] Svg, int Parts) Draw(CutEvidence file, int part, int wished)
    {
        var parts = Math.Max(EvidenceCode.Parts(file.Bytes.Length), wished);
        if (parts > EvidenceCode.MostParts)
            throw new RefusedException(Refusal.TooMuch, "this entry's evidence is too long for QR codes; take the file from /api/v1/evidence");
        if (part > parts)
            throw new BadParameterException(string.Create(CultureInfo.InvariantCulture, $"this evidence is told in {parts} {(parts == 1 ? "part" : "parts")}"));
        var title = string.Create(CultureInfo.InvariantCulture, $"Evidence of entry {file.First}, part {part} of {parts}");
        return (file, QrSvg.Of(EvidenceCode.Of(file.Bytes, parts)[part - 1], title, QRCodeGenerator.ECCLevel.L), parts);
    }
}
