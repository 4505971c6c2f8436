using Edge.Verify.Reports;

namespace Edge.Verify.Tests.Reports;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("plain 测点 °C", "plain 测点 °C")]
    [InlineData("a\u001b[2Jb", "a<U+001B>[2Jb")]
    [InlineData("a\nValid.", "a<U+000A>Valid.")]
    [InlineData("a\u202Eb", "a<U+202E>b")]
    [InlineData("a\u200Bb", "a<U+200B>b")]
    [InlineData("a\u009bb", "a<U+009B>b")]
    public void What_would_play_tricks_on_a_terminal_is_shown_as_its_code(string text, string shown) => Assert.Equal(shown, ShownText.Clean(text));

    [Theory]
    [InlineData("tap3.ph", "tap3.ph")]
    [InlineData("测点-3", "测点-3")]
    [InlineData("x. Valid", "\"x. Valid\"")]
    [InlineData("x\"y", "\"x'y\"")]
    [InlineData("", "\"\"")]
    public void A_name_that_could_pass_for_words_of_the_sentence_stands_in_quotation_marks(string name, string shown) => Assert.Equal(shown, ShownText.Name(name));

    [Fact]
    public void No_character_leaves_a_report_uncleaned()
    {
        var text = new StringWriter();
        var writer = new ReportWriter(text);
        writer.Paragraph("a\u001bb");
        writer.Field("l\u001bl", "a\u001bb");
        writer.Row("a\u001bb");
        Assert.DoesNotContain('\u001b', text.ToString());
    }
}
