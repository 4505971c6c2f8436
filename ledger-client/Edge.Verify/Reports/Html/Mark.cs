namespace Edge.Verify.Reports.Html;

/// <summary>A verdict as a sign that is told apart by its shape: a circle with a tick, a triangle with an exclamation mark, a square with a cross; for a proved fault an octagon with a road that forks.</summary>
public static class Mark
{
    public static void Write(HtmlWriter html, PageOutcome outcome)
    {
        using var svg = html.In("svg", ("class", "mark"), ("viewBox", "0 0 48 48"), ("aria-hidden", "true"));
        var (shape, sign) = outcome switch
        {
            PageOutcome.Valid => ("M24 3a21 21 0 1 0 0 42a21 21 0 1 0 0-42z", "M14 25l7 7l14-16"),
            PageOutcome.ValidBut => ("M24 4l22 40h-44z", "M24 18v13M24 37.5v.5"),
            PageOutcome.FaultProved => ("M15.5 3.5h17l12 12v17l-12 12h-17l-12-12v-17z", "M24 37v-12l-9-11M24 25l9-11"),
            _ => ("M4 4h40v40h-40z", "M15 15l18 18M33 15l-18 18"),
        };
        html.Empty("path", ("class", "shape"), ("d", shape));
        html.Empty("path", ("class", "sign"), ("d", sign));
    }
}
