using System.Globalization;
using System.Text;

namespace Edge.Site.Actions;

/// <summary>Text that goes into the log as people see it.</summary>
internal static class OneLine
{
    /// <summary>Whether it is one line of whole characters, and nothing in it is hidden or turns its direction.</summary>
    public static bool Is(string text) => text.EnumerateRunes().All(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
