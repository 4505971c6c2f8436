using System.Text.RegularExpressions;
using Edge.Sensors.Catalog;

namespace Edge.Sensors.Tests.Catalog;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("+2.5", 2.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("-1.5E-3", -0.0015)]
    [InlineData(" 7 ", 7)]
    [InlineData("007", 7)]
    [InlineData("0x4A", 74)]
    [InlineData("0Xff", 255)]
    [InlineData("0xFFFFFFFF", 4294967295)]
    [InlineData("0o17", 15)]
    [InlineData("0o7777777777777777", 281474976710655)]
    public void What_YAML_takes_for_a_number_is_that_number_also_in_quotes(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, out double number));
        Assert.Equal(expected, number);
        Assert.Matches(NumberText.Quoted, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1,5")]
    [InlineData("1 5")]
    [InlineData("1.5.2")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData("ten")]
    [InlineData("0x")]
    [InlineData("0xG")]
    [InlineData("-0x1")]
    [InlineData("0o")]
    [InlineData("0o8")]
    [InlineData("0O7")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData(".inf")]
    [InlineData("\t1")]
    [InlineData("١")]
    public void What_is_no_finite_number_is_refused_by_the_reader_and_by_the_schemas_pattern(string text)
    {
        Assert.False(NumberText.TryParse(text, out double _));
        Assert.DoesNotMatch(new Regex(NumberText.Quoted, RegexOptions.ECMAScript), text);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("0x100000000")]
    [InlineData("0o77777777777777777")]
    public void What_is_too_large_is_no_number_of_a_configuration(string text) => Assert.False(NumberText.TryParse(text, out double _));

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("1e3", 1000)]
    [InlineData("12.0", 12)]
    [InlineData("0x40", 64)]
    public void A_whole_number_may_be_written_in_any_way(string text, int expected)
    {
        Assert.True(NumberText.TryParse(text, out int number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("0xFFFFFFFF")]
    [InlineData("one")]
    public void A_fraction_or_more_than_32_bits_is_no_whole_number(string text)
    {
        Assert.False(NumberText.TryParse(text, out int number));
        Assert.Equal(0, number);
    }
}
