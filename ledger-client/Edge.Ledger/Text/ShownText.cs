using System.Globalization;
using System.Text;

namespace Edge.Ledger.Text;

/// <summary>Makes text that strangers wrote harmless on a terminal: what would move the cursor, colour, reverse, hide or paint over is shown as its code point.</summary>
public static class ShownText
{
    private const int MaxUnit = 16;

    /// <summary>Combining marks in a row; with more, a letter paints over the lines above it.</summary>
    private const int MaxMarks = 2;

    /// <summary>
    /// For a terminal and for one line of text: letters and figures of scripts that run from right to left are code points as well, since they would reorder the
    /// figures beside them.
    /// </summary>
    public static string Clean(string text) => Clean(text, rune => !IsRightToLeft(rune));

    /// <summary>For a page that isolates what runs from right to left.</summary>
    public static string CleanForPage(string text) => Clean(text, _ => true);

    /// <summary>In the blocks of the scripts that run from right to left, their figures included (Unicode 16, DerivedBidiClass.txt: R, AL, AN).</summary>
    public static bool IsRightToLeft(Rune rune) => rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>Whether nothing in a text is hidden, turns its direction or breaks its line.</summary>
    public static bool IsSeen(string text) => text.EnumerateRunes().All(rune => Signs.Of(rune) != SignKind.Hidden);

    /// <summary>A name inside a sentence: in quotation marks when it could be taken for the sentence's own words.</summary>
    public static string Name(string name) =>
        name.Length > 0 && name.EnumerateRunes().All(r => r.Value is '.' or '-' or '_' or '/' || Signs.Of(r) == SignKind.LetterOrFigure) ? name : Quoted(name);

    /// <summary>A unit behind a value: in quotation marks when it is not one short token as UCUM and SenML have them, which goes on with the figures or the sentence.</summary>
    public static string Unit(string unit) => unit.Length == 0 || (unit.Length <= MaxUnit && IsUnit(unit)) ? unit : Quoted(unit);

    private static bool IsUnit(string unit) => !IsExponent(unit)
        && unit.EnumerateRunes().All(r => r.IsAscii ? IsUnitSign((char)r.Value) : r.Value is '°' or 'µ' or 'μ' or 'Ω' or '²' or '³' or '·' or '‰')
        && !char.IsAsciiDigit(unit[0]) && unit[0] is not ('.' or '-' or '*' or '^' or '/');

    private static bool IsUnitSign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '%' or '/' or '.' or '*' or '^' or '-' or '_' or '[' or ']' or '(' or ')';

    /// <summary>Behind a value it would be ten times or a million times as much.</summary>
    private static bool IsExponent(string unit) => unit is ['e' or 'E', (>= '0' and <= '9') or '-', ..];

    private static string Quoted(string text) => $"\"{text.Replace('"', '\'')}\"";

    private static string Clean(string text, Func<Rune, bool> isReadable)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return text;
        var clean = new StringBuilder();
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = Signs.Of(rune);
            marks = kind == SignKind.Mark ? marks + 1 : 0;
            clean.Append(kind != SignKind.Hidden && isReadable(rune) && marks <= MaxMarks ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        }

        return clean.ToString();
    }
}
