namespace Edge.Demo.Showing;

/// <summary>What the demonstration shows, line by line, within 80 columns.</summary>
public sealed class DemoPage(TextWriter output)
{
    /// <summary>Text for people; each of its lines is folded.</summary>
    public void Say(string text)
    {
        foreach (var line in text.Split('\n').SelectMany(Columns.Fold))
            output.WriteLine(line);
    }

    /// <summary>A command to copy; left as it is.</summary>
    public void Command(string text) => output.WriteLine(text);
}
