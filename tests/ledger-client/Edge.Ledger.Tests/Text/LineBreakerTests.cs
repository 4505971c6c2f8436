using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("a-very-long-word b", 5, "a-very-long-word|b")]
    [InlineData("", 5, "")]
    [InlineData("at 2026-11-20 08:14:02 it", 12, "at|2026-11-20 08:14:02|it")]
    [InlineData("读数读数", 4, "读数|读数")]
    [InlineData("读数，有效", 4, "读|数，|有效")]
    public void Lines_break_at_blanks_and_between_wide_characters_but_not_before_a_comma(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', LineBreaker.Lines(text, width)));

    [Fact]
    public void Wide_characters_take_two_columns() => Assert.Equal(9, TextWidth.Of("ab 读数，"));
}
