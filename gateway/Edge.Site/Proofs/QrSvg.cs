using System.Globalization;
using System.Text;
using QRCoder;

namespace Edge.Site.Proofs;

/// <summary>A QR code (ISO/IEC 18004) as an SVG image, with its quiet zone of four modules.</summary>
internal static class QrSvg
{
    public const string Type = "image/svg+xml";

    /// <param name="text">ASCII; only digits, capital letters and <c>$%*+-./:</c> take the room of the alphanumeric mode.</param>
    /// <param name="title">What it is, for whoever does not see it; plain ASCII.</param>
    public static byte[] Of(string text, string title, QRCodeGenerator.ECCLevel correction)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, correction);
        var (rows, size) = (code.ModuleMatrix, code.ModuleMatrix.Count);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges"><title>{title}</title>""");
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"");
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var from = x;
                while (x < size && rows[y][x])
                    x++;
                if (x > from)
                    svg.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return Encoding.ASCII.GetBytes(svg.Append("\"/></svg>").ToString());
    }
}
