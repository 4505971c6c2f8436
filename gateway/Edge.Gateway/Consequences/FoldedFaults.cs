namespace Edge.Gateway.Consequences;

/// <summary>Faults of a configuration for a terminal: each begins a line, what does not fit stands indented below.</summary>
public static class FoldedFaults
{
    private const string Indent = "  ";

    /// <param name="text">A fault a line.</param>
    /// <param name="columns">Of the terminal, 40 and more; a Chinese character takes two.</param>
    public static string Of(string text, int columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join('\n', text.Split('\n').SelectMany(line => Fold(line, columns)));
    }

    private static IEnumerable<string> Fold(string line, int columns)
    {
        if (Columns.Of(line) <= columns)
            return [line];
        var first = Columns.Lines(line, columns).First();
        return Columns.Lines(line[first.Length..].TrimStart(' '), columns - Indent.Length).Select(rest => Indent + rest).Prepend(first);
    }
}
