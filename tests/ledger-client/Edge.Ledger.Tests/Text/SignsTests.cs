using System.Globalization;
using System.Text;
using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

public sealed class SignsTests
{
    /// <summary>Of a later version of Unicode than the table's the runtime may know more.</summary>
    [Fact]
    public void What_the_runtime_has_assigned_is_in_the_table_what_it_is_to_the_runtime() =>
        Assert.Empty(All().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned && Signs.Of(rune) != Kind(rune)).Select(rune => $"U+{rune.Value:X4}"));

    [Fact]
    public void It_has_the_characters_of_Unicode_17() =>
        Assert.Equal((159_361, SignKind.LetterOrFigure, SignKind.Hidden), (All().Count(rune => Signs.Of(rune) != SignKind.Hidden), Signs.Of(new Rune(0xC5C)), Signs.Of(new Rune(0xC5B))));

    private static IEnumerable<Rune> All() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code));

    private static SignKind Kind(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when IsIgnorable(rune.Value) => SignKind.Hidden,
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse => SignKind.Hidden,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => SignKind.Mark,
        <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber => SignKind.LetterOrFigure,
        _ => SignKind.Other,
    };

    /// <summary>Default_Ignorable_Code_Point (DerivedCoreProperties.txt), letters and marks among them that nobody sees; and the Braille pattern that is blank.</summary>
    private static bool IsIgnorable(int code) => code is 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F)
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);
}
