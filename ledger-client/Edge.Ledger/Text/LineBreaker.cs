using System.Text;

namespace Edge.Ledger.Text;

/// <summary>Breaks text into lines of a width: at blanks, and around wide characters but not before their closing punctuation. Longer words stay whole, so that they can be copied.</summary>
public static class LineBreaker
{
    private const string NeverFirst = "，。；：、）》」』！？,.;:)";
    private const string NeverLast = "（《「『(";

    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(text))
        {
            var size = TextWidth.Of(piece);
            if (used > 0 && used + TextWidth.Of(piece.TrimEnd()) > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }

            line.Append(piece);
            used += size;
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>The smallest parts that stay together, each with the blank after it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var piece = new StringBuilder();
        for (var i = 0; i < runes.Length; i++)
        {
            piece.Append(runes[i]);
            if (i + 1 < runes.Length && MayBreak(runes[i], runes[i + 1]) && !IsInsideFigures(runes, i))
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }

        yield return piece.ToString();
    }

    /// <summary>A date stays with its time.</summary>
    private static bool IsInsideFigures(Rune[] runes, int blank) =>
        runes[blank].Value == ' ' && blank > 0 && Rune.IsDigit(runes[blank - 1]) && Rune.IsDigit(runes[blank + 1]);

    private static bool MayBreak(Rune left, Rune right)
    {
        if (NeverFirst.Contains(right.ToString(), StringComparison.Ordinal) || NeverLast.Contains(left.ToString(), StringComparison.Ordinal) || right.Value == ' ')
            return false;
        return left.Value == ' ' || TextWidth.IsWide(left) || TextWidth.IsWide(right);
    }
}
