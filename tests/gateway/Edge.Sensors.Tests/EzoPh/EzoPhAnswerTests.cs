using System.Text;
using Edge.Sensors.EzoPh;

namespace Edge.Sensors.Tests.EzoPh;

public sealed class EzoPhAnswerTests
{
    [Theory]
    [InlineData("9.560", 9560)]
    [InlineData("7.2", 7200)]
    [InlineData("0.001", 1)]
    [InlineData("0.000", 0)]
    [InlineData("14.000", 14000)]
    [InlineData("10.05", 10050)]
    public void A_pH_is_read_in_thousandths(string text, int thousandths)
    {
        Assert.True(EzoPhAnswer.TryReadPh(Encoding.ASCII.GetBytes(text), out var read));
        Assert.Equal(thousandths, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("7")]
    [InlineData("7.")]
    [InlineData(".5")]
    [InlineData("07.2")]
    [InlineData("7.2134")]
    [InlineData("14.001")]
    [InlineData("99.999")]
    [InlineData("100.0")]
    [InlineData("-1.0")]
    [InlineData("+1.0")]
    [InlineData("1e1.0")]
    [InlineData(" 7.2")]
    [InlineData("7.2 ")]
    [InlineData("7,2")]
    [InlineData("7.2.1")]
    [InlineData("nan")]
    public void Anything_else_is_refused(string text) => Assert.False(EzoPhAnswer.TryReadPh(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("7.213\0\0\0", "7.213")]
    [InlineData("7.213", "7.213")]
    [InlineData("\0\0", "")]
    public void Text_ends_at_the_first_NUL_and_only_NUL_follows(string answer, string text)
    {
        Assert.True(EzoPhAnswer.TryReadText(Encoding.ASCII.GetBytes(answer), out var read));
        Assert.Equal(text, Encoding.ASCII.GetString(read));
    }

    [Theory]
    [InlineData("7.2\0" + "1")]
    [InlineData("7.2\r\0")]
    [InlineData("7.\u007f")]
    public void Padding_that_is_not_NUL_and_control_characters_are_refused(string answer) =>
        Assert.False(EzoPhAnswer.TryReadText(Encoding.Latin1.GetBytes(answer), out _));
}
