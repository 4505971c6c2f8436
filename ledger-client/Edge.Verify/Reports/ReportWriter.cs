namespace Edge.Verify.Reports;

/// <summary>Lays a report out for 80 columns. Everything passes <see cref="ShownText.Clean"/> here, whoever wrote it.</summary>
public sealed class ReportWriter(TextWriter output)
{
    public const int Width = 80;

    /// <summary>Columns of a field's label.</summary>
    public const int LabelWidth = 16;

    public void Blank() => output.Write('\n');

    public void Paragraph(string text, int indent = 0) => Hanging(new string(' ', indent), ShownText.Clean(text), indent);

    /// <summary>A label and its text; an empty label continues the field above.</summary>
    public void Field(string label, string text) => Hanging(TextWidth.Left(ShownText.Clean(label), LabelWidth), ShownText.Clean(text), LabelWidth);

    /// <summary>A line laid out by the caller.</summary>
    public void Row(string text) => output.Write(ShownText.Clean(text).TrimEnd() + "\n");

    private void Hanging(string first, string text, int indent)
    {
        var lead = TextWidth.Of(first) > indent ? first + " " : first;
        foreach (var line in LineBreaker.Lines(text, Width - indent))
        {
            output.Write((lead + line).TrimEnd() + "\n");
            lead = new string(' ', indent);
        }
    }
}
