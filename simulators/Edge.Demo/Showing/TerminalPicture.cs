using System.Globalization;
using System.Net;
using System.Text;

namespace Edge.Demo.Showing;

/// <summary>Passes on what is written, and can draw it afterwards as a terminal window (SVG), so that a document shows a real run.</summary>
public sealed class TerminalPicture(TextWriter through) : TextWriter
{
    private const int LineHeight = 19, CharacterWidth = 8, Margin = 16, TitleBar = 30;
    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();

    public override Encoding Encoding => through.Encoding;

    public override void Write(char value)
    {
        lock (_gate)
            _text.Append(value);
        through.Write(value);
    }

    public override void Write(string? value)
    {
        lock (_gate)
            _text.Append(value);
        through.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    /// <summary>Everything written so far as an SVG picture.</summary>
    public string Draw(string title)
    {
        string[] lines;
        lock (_gate)
            lines = _text.ToString().TrimEnd('\n').Split('\n');
        var width = (Math.Max(80, lines.Max(l => l.Length)) * CharacterWidth) + (2 * Margin);
        var height = (lines.Length * LineHeight) + (2 * Margin) + TitleBar;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"13\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#11161d\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{width / 2}\" y=\"20\" text-anchor=\"middle\" fill=\"#8b98a8\">{WebUtility.HtmlEncode(title)}</text>\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var y = TitleBar + Margin + ((i + 1) * LineHeight) - 6;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{y}\" fill=\"{Colour(lines[i])}\" xml:space=\"preserve\">{WebUtility.HtmlEncode(lines[i])}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Colour(string line) => line switch
    {
        _ when line.Contains("Valid", StringComparison.Ordinal) || line.Contains("有效", StringComparison.Ordinal) => "#7fd88f",
        _ when line.StartsWith("    ", StringComparison.Ordinal) => "#aab6c4",
        _ when line.StartsWith("  ", StringComparison.Ordinal) => "#c9d3de",
        _ => "#ffffff",
    };
}
