using System.Globalization;
using System.Text;
using QRCoder;

namespace Edge.Verify.Reports.Html;

/// <summary>A QR code (ISO/IEC 18004, error correction M) as one path, with the quiet zone of four modules.</summary>
public static class QrCode
{
    public static void Write(HtmlWriter html, string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Encoding.ASCII.GetBytes(text), QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        using var svg = html.In("svg", ("class", "qr"), ("viewBox", $"0 0 {modules.Count} {modules.Count}"), ("role", "img"), ("aria-label", label), ("shape-rendering", "crispEdges"));
        html.Empty("path", ("fill", "#fff"), ("d", $"M0 0h{modules.Count}v{modules.Count}H0z"));
        html.Empty("path", ("fill", "#000"), ("d", Dark(modules)));
    }

    /// <summary>The dark modules, each run of a row as one rectangle.</summary>
    private static string Dark(List<System.Collections.BitArray> modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                var start = x;
                while (x < modules.Count && modules[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return path.ToString();
    }
}
