namespace Edge.Verify.Reports;

/// <summary>Lays a report out for a terminal, down to a phone's width. Everything passes <see cref="ShownText.Clean"/> here, whoever wrote it.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="width">Columns, 40 to 80.</param>
public sealed class ReportWriter(TextWriter output, int width = ReportWriter.Width)
{
    /// <summary>The widest a report gets, and its width where there is no terminal.</summary>
    public const int Width = 80;

    /// <summary>The narrowest; narrower terminals break lines themselves.</summary>
    public const int MinWidth = 40;

    /// <summary>Columns of a field's label.</summary>
    public const int LabelWidth = 16;

    private const int NarrowIndent = 2;

    /// <summary>Below this a label stands above its text instead of before it.</summary>
    private const int Narrow = 60;

    public void Blank() => output.Write('\n');

    public void Paragraph(string text, int indent = 0) => Hanging(new string(' ', indent), ShownText.Clean(text), indent);

    /// <summary>A label and its text; an empty label continues the field above.</summary>
    public void Field(string label, string text)
    {
        if (width >= Narrow)
        {
            Hanging(TextWidth.Left(ShownText.Clean(label), LabelWidth), ShownText.Clean(text), LabelWidth);
            return;
        }

        if (label.Trim().Length > 0)
            Paragraph(label.Trim());
        Paragraph(text, NarrowIndent);
    }

    /// <summary>A line laid out by the caller; one that does not fit is broken.</summary>
    public void Row(string text)
    {
        var row = ShownText.Clean(text).TrimEnd();
        if (TextWidth.Of(row) <= width)
            output.Write(row + "\n");
        else
            Hanging("", row, NarrowIndent);
    }

    private void Hanging(string first, string text, int indent)
    {
        var lead = TextWidth.Of(first) > indent ? first + " " : first;
        foreach (var line in LineBreaker.Lines(text, width - indent))
        {
            output.Write((lead + line).TrimEnd() + "\n");
            lead = new string(' ', indent);
        }
    }
}
