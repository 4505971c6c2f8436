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
    [InlineData("bar\u3164\uFFA0\uFE0F\u034F\u115F\u2800", "bar<U+3164><U+FFA0><U+FE0F><U+034F><U+115F><U+2800>")]
    [InlineData("a\U000E0101b\U000E0041", "a<U+E0101>b<U+E0041>")]
    [InlineData("a\u0301\u0302 e\u0301", "a\u0301\u0302 e\u0301")]
    [InlineData("a\u0301\u0302\u0303\u20DDb\u0301", "a\u0301\u0302<U+0303><U+20DD>b\u0301")]
    [InlineData("17 \u05D0 99 \u0661\u0662", "17 <U+05D0> 99 <U+0661><U+0662>")]
    public void What_would_play_tricks_on_a_terminal_is_shown_as_its_code(string text, string shown) => Assert.Equal(shown, ShownText.Clean(text));

    [Fact]
    public void Of_hundreds_of_marks_two_are_left_on_a_letter_also_on_a_page() =>
        Assert.Equal($"a\u0301\u0301{string.Concat(Enumerable.Repeat("<U+0301>", 398))}", ShownText.CleanForPage("a" + new string('\u0301', 400)));

    [Theory]
    [InlineData("tap3.ph", "tap3.ph")]
    [InlineData("测点-3", "测点-3")]
    [InlineData("x. Valid", "\"x. Valid\"")]
    [InlineData("x\"y", "\"x'y\"")]
    [InlineData("", "\"\"")]
    [InlineData("main.pressure\u3164", "\"main.pressure\u3164\"")]
    [InlineData("main\uFFA0", "\"main\uFFA0\"")]
    public void A_name_that_could_pass_for_words_of_the_sentence_stands_in_quotation_marks(string name, string shown) => Assert.Equal(shown, ShownText.Name(name));

    [Theory]
    [InlineData("bar")]
    [InlineData("kPa")]
    [InlineData("%RH")]
    [InlineData("mg/L")]
    [InlineData("m[H2O]")]
    [InlineData("uS/cm")]
    [InlineData("kg.m-2.s-1")]
    [InlineData("°C")]
    [InlineData("µS/cm")]
    [InlineData("eV")]
    [InlineData("")]
    public void A_unit_is_shown_as_it_is(string unit) => Assert.Equal(unit, ShownText.Unit(unit));

    [Theory]
    [InlineData("bar at main.pressure, measured by gateway gw-9; accepted by all")]
    [InlineData("000 L")]
    [InlineData("000")]
    [InlineData("e6")]
    [InlineData("E-3")]
    [InlineData(".5")]
    [InlineData("-bar")]
    [InlineData("kPa；4")]
    [InlineData("千帕")]
    [InlineData("−")]
    [InlineData("bar\u3164")]
    [InlineData("bar\u034F")]
    [InlineData("\uFE0F")]
    [InlineData("barbarbarbarbarba")]
    public void A_unit_that_could_pass_for_the_sentence_or_for_digits_stands_in_quotation_marks(string unit)
    {
        Assert.Equal($"\"{unit}\"", ShownText.Unit(unit));
        Assert.Equal($"7.21 \"{unit}\"", Figures.WithUnit("7.21", unit));
    }

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
