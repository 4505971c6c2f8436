using System.Globalization;
using System.Text;

namespace Edge.Ledger.Text;

/// <summary>Makes text that strangers wrote harmless on a terminal: what would move the cursor, colour, reverse or hide is shown as its code point.</summary>
public static class ShownText
{
    public static string Clean(string text)
    {
        if (text.EnumerateRunes().All(IsPlain))
            return text;
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            clean.Append(IsPlain(rune) ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        return clean.ToString();
    }

    /// <summary>A name inside a sentence: in quotation marks when it could be taken for the sentence's own words.</summary>
    public static string Name(string name) =>
        name.Length > 0 && name.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value is '.' or '-' or '_' or '/') ? name : $"\"{name.Replace('"', '\'')}\"";

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
