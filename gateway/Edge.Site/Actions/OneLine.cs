using System.Text;
using Edge.Ledger.Text;

namespace Edge.Site.Actions;

/// <summary>Text that goes into the log as people see it.</summary>
internal static class OneLine
{
    /// <summary>Whether it is one line of whole characters, and nothing in it is hidden or turns its direction.</summary>
    public static bool Is(string text) => ShownText.IsSeen(text) && !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
