using System.Text;

namespace Edge.Demo.Showing;

/// <summary>Folds text for a terminal of 80 columns; East Asian wide characters take two. A longer word, such as a path, stays whole.</summary>
public static class Columns
{
    public const int Width = 80;

    private const string NeverFirst = "，。；：、）》」』！？,.;:)";

    /// <summary>The lines; those after the first are indented like it.</summary>
    public static IEnumerable<string> Fold(string text)
    {
        var words = text.TrimStart(' ');
        var indent = new string(' ', text.Length - words.Length);
        var line = new StringBuilder(indent);
        var used = indent.Length;
        foreach (var piece in Pieces(words))
        {
            if (used > indent.Length && used + Of(piece.TrimEnd()) > Width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear().Append(indent);
                used = indent.Length;
            }

            line.Append(piece);
            used += Of(piece);
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>Joins lines that were folded for another width.</summary>
    public static string Unfold(IEnumerable<string> lines) => lines.Aggregate("", (text, line) =>
        text.Length == 0 || IsWide(text[^1]) || (line.Length > 0 && IsWide(line[0])) ? text + line : $"{text} {line}");

    /// <summary>Columns that a text takes.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(r => IsWide(r.Value) ? 2 : 1);

    private static IEnumerable<string> Pieces(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var piece = new StringBuilder();
        for (var i = 0; i < runes.Length; i++)
        {
            piece.Append(runes[i]);
            if (i + 1 == runes.Length || MayBreak(runes[i], runes[i + 1]))
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }
    }

    private static bool MayBreak(Rune left, Rune right) =>
        right.Value != ' ' && !NeverFirst.Contains(right.ToString(), StringComparison.Ordinal) && (left.Value == ' ' || IsWide(left.Value) || IsWide(right.Value));

    private static bool IsWide(int rune) => rune is (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60);
}
