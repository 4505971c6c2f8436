namespace Edge.Verify.Reports.Html;

/// <summary>
/// A picture as wide as its place: positions across are fractions of the width, text keeps its size on a phone and on paper. Down are CSS pixels.
/// </summary>
public readonly struct Drawing(HtmlWriter html)
{
    /// <summary>Opens a picture with its text equivalent.</summary>
    public static HtmlWriter.Scope Open(HtmlWriter html, string kind, int height, string label) =>
        html.In("svg", ("class", kind), ("width", "100%"), ("height", $"{height}"), ("role", "img"), ("aria-label", label));

    public void Line(string kind, double x1, double y1, double x2, double y2) => html.Empty(
        "line", ("class", kind), ("x1", HtmlWriter.Percent(x1)), ("y1", HtmlWriter.Number(y1)), ("x2", HtmlWriter.Percent(x2)), ("y2", HtmlWriter.Number(y2)));

    public void Box(string kind, double x1, double y, double x2, double height) => html.Empty(
        "rect", ("class", kind), ("x", HtmlWriter.Percent(x1)), ("y", HtmlWriter.Number(y)), ("width", HtmlWriter.Percent(Math.Max(0, x2 - x1))), ("height", HtmlWriter.Number(height)));

    public void Dot(string kind, double x, double y, double radius) => html.Empty(
        "circle", ("class", kind), ("cx", HtmlWriter.Percent(x)), ("cy", HtmlWriter.Number(y)), ("r", HtmlWriter.Number(radius)));

    /// <summary>Text at a place, kept inside the picture: it runs right of places on the left, left of those on the right.</summary>
    public void Text(string kind, double x, double y, string text) => Text(kind, x, y, text, x < 0.34 ? "start" : x > 0.66 ? "end" : "middle");

    /// <summary>A short text centred under its place, so that the next one has room; near an end it begins or ends there.</summary>
    public void Tick(double x, double y, string text) => Text("tick", x < 0.1 ? 0 : x > 0.9 ? 1 : x, y, text, x < 0.1 ? "start" : x > 0.9 ? "end" : "middle");

    private void Text(string kind, double x, double y, string text, string anchor) => html.Element(
        "text", text, ("class", kind), ("x", HtmlWriter.Percent(x)), ("y", HtmlWriter.Number(y)), ("text-anchor", anchor));
}
