namespace Edge.Verify.Reports.Html;

/// <summary>A table with a caption and heads that are repeated on every printed page. Rows are written as they come.</summary>
public readonly struct Table : IDisposable
{
    private readonly HtmlWriter _html;
    private readonly HtmlWriter.Scope _table;

    /// <param name="kind">What the style sheet knows it by.</param>
    /// <param name="caption">Empty: the heading above says it.</param>
    /// <param name="heads">Those of figures begin with '#'.</param>
    public Table(HtmlWriter html, string kind, string caption, params ReadOnlySpan<string> heads)
    {
        _html = html;
        _table = html.In("table", ("class", kind));
        html.Element("caption", caption);
        using var head = html.In("thead");
        using var row = html.In("tr");
        foreach (var name in heads)
        {
            if (name.StartsWith('#'))
                html.Element("th", name[1..], ("scope", "col"), ("class", "n"));
            else
                html.Element("th", name, ("scope", "col"));
        }
    }

    public HtmlWriter.Scope Body() => _html.In("tbody");

    public HtmlWriter.Scope Row() => _html.In("tr");

    public void Cell(string text) => _html.Element("td", text);

    /// <summary>A figure: aligned on the right, never broken.</summary>
    public void Figure(string text) => _html.Element("td", text, ("class", "n"));

    public void Dispose() => _table.Dispose();
}
