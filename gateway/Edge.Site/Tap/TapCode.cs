using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Edge.Site.Proofs;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;
using QRCoder;

namespace Edge.Site.Tap;

/// <summary>The code at the tap: a QR code (ISO/IEC 18004, correction Q: it hangs in the rain) that opens the tap's page, alone or on a sheet of A6 to print, with what it is for in both languages.</summary>
public static partial class TapCode
{
    /// <summary>A6, mm.</summary>
    private const int SheetWidth = 105, SheetHeight = 148, Side = 78;

    internal static Parameters Parameters { get; } = new("sheet");

    /// <summary>As an SVG image.</summary>
    /// <param name="address">Where phones reach the gateway; the page's path comes behind it.</param>
    public static byte[] Draw(TapSettings tap, Uri address, bool sheet)
    {
        ArgumentNullException.ThrowIfNull(tap);
        ArgumentNullException.ThrowIfNull(address);
        var place = PageOf(address);
        var code = QrSvg.Of(place, "The page of this tap", QRCodeGenerator.ECCLevel.Q);
        return sheet ? Sheet(tap, place, Encoding.ASCII.GetString(code)) : code;
    }

    internal static RequestDelegate Of(TapSettings? tap) => Asking.With((context, query) =>
    {
        var sheet = query.Flag("sheet");
        if (tap is null)
            throw TapRoutes.None();
        var address = tap.Address ?? AsCalled(context) ?? throw new RefusedException(Refusal.NotSet,
            "phones do not reach this gateway by the address of this request; set site: tap: address: to the https:// address by which they do, and print the code then");
        return JsonAnswer.SendAsync(context, Draw(tap, address, sheet), QrSvg.Type);
    });

    private static string PageOf(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/') + TapSettings.Path;

    /// <summary>The name or address that this request called the gateway by; null where only this machine has it, or it is without TLS.</summary>
    private static Uri? AsCalled(HttpContext context)
    {
        var host = context.Request.Host;
        var isOwn = host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.AsSpan().Trim("[]"), out var ip) && IPAddress.IsLoopback(ip));
        return context.Request.IsHttps && !isOwn ? new Uri($"https://{host.ToUriComponent()}") : null;
    }

    private static byte[] Sheet(TapSettings tap, string place, string code)
    {
        var modules = ViewBox().Match(code).Groups[1].Value;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{SheetWidth}mm" height="{SheetHeight}mm" viewBox="0 0 {SheetWidth} {SheetHeight}" font-family="Noto Sans, Noto Sans CJK SC, Noto Sans SC, sans-serif" text-anchor="middle">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<title>{WebUtility.HtmlEncode(tap.Name)}</title><path fill="#fff" d="M0 0h{SheetWidth}v{SheetHeight}H0z"/>""");
        Line(11, 5.6, "Is this water in order?", bold: true);
        Line(19, 5.6, "此处的水是否正常？", bold: true);
        Line(26.5, 3.9, tap.Name);
        if (tap.ChineseName != tap.Name)
            Line(32, 3.9, tap.ChineseName);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg x="{(SheetWidth - Side) / 2.0}" y="35" width="{Side}" height="{Side}" viewBox="0 0 {modules} {modules}" shape-rendering="crispEdges">{Inner().Match(code).Groups[1].Value}</svg>""");
        Line(119, 3.9, "Scan with a phone: the latest figures, and their proof.");
        Line(125, 3.9, "用手机扫码，查看最新数值及其证明。");
        Line(134, 3, place);
        return Encoding.UTF8.GetBytes(svg.Append("</svg>").ToString());

        // What is too long for the sheet is set narrower, not cut off.
        void Line(double y, double size, string text, bool bold = false)
        {
            var width = text.EnumerateRunes().Sum(r => r.Value >= 0x2E80 ? size : size * 0.56);
            var fitted = width > SheetWidth - 8 ? $" textLength=\"{SheetWidth - 8}\" lengthAdjust=\"spacingAndGlyphs\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{SheetWidth / 2.0}" y="{y}" font-size="{size}"{(bold ? " font-weight=\"700\"" : "")}{fitted}>{WebUtility.HtmlEncode(text)}</text>""");
        }
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex ViewBox();

    [GeneratedRegex("</title>(.*)</svg>$")]
    private static partial Regex Inner();
}
