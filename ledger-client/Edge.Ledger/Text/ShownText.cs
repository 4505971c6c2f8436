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

    /// <summary>A name inside a sentence: in quotation marks when it could be taken for the sentence's own words.</summary>
    public static string Name(string name) =>
        name.Length > 0 && name.EnumerateRunes().All(r => (Rune.IsLetterOrDigit(r) || r.Value is '.' or '-' or '_' or '/') && IsPlain(r)) ? name : Quoted(name);

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
            marks = IsMark(rune) ? marks + 1 : 0;
            clean.Append(IsPlain(rune) && isReadable(rune) && marks <= MaxMarks ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        }

        return clean.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsPlain(Rune rune) => !IsIgnorable(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    /// <summary>Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties.txt), letters and marks among them that nobody sees; and the Braille pattern that is blank.</summary>
    private static bool IsIgnorable(int rune) => rune is 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F)
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);
}
