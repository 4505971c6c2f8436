using System.Text;
using Edge.Sensors.Ezo;

namespace Edge.Sensors.Tests.Ezo;

public sealed class EzoAnswerTests
{
    private static EzoScale Of(string driver) => EzoKind.All.Single(k => k.Driver == driver).Scale;

    [Theory]
    [InlineData("ezo-ph", "9.560", 9560)]
    [InlineData("ezo-ph", "7.2", 7200)]
    [InlineData("ezo-ph", "0.001", 1)]
    [InlineData("ezo-ph", "0.000", 0)]
    [InlineData("ezo-ph", "14.000", 14000)]
    [InlineData("ezo-ph", "10.05", 10050)]
    [InlineData("ezo-orp", "209.6", 2096)]
    [InlineData("ezo-orp", "-1019.9", -10199)]
    [InlineData("ezo-orp", "-0.1", -1)]
    [InlineData("ezo-do", "7.82", 782)]
    [InlineData("ezo-do", "0.00", 0)]
    [InlineData("ezo-ec", "0.07", 7)]
    [InlineData("ezo-ec", "99.99", 9999)]
    [InlineData("ezo-ec", "1413", 141300)]
    [InlineData("ezo-ec", "12880", 1288000)]
    [InlineData("ezo-rtd", "25.104", 25104)]
    [InlineData("ezo-rtd", "-126.000", -126000)]
    [InlineData("ezo-rtd", "1254.000", 1254000)]
    [InlineData("ezo-rtd", "-1023.000", -1023000)]
    public void A_number_is_read_in_steps_of_the_circuits_last_decimal(string driver, string text, long steps)
    {
        Assert.True(EzoAnswer.TryReadNumber(Encoding.ASCII.GetBytes(text), Of(driver), out var read));
        Assert.Equal(steps, read);
    }

    [Theory]
    [InlineData("ezo-ph", "")]
    [InlineData("ezo-ph", ".")]
    [InlineData("ezo-ph", "7")]
    [InlineData("ezo-ph", "7.")]
    [InlineData("ezo-ph", ".5")]
    [InlineData("ezo-ph", "07.2")]
    [InlineData("ezo-ph", "7.2134")]
    [InlineData("ezo-ph", "-1.0")]
    [InlineData("ezo-ph", "+1.0")]
    [InlineData("ezo-ph", "1e1.0")]
    [InlineData("ezo-ph", " 7.2")]
    [InlineData("ezo-ph", "7.2 ")]
    [InlineData("ezo-ph", "7,2")]
    [InlineData("ezo-ph", "7.2.1")]
    [InlineData("ezo-ph", "nan")]
    [InlineData("ezo-ph", "12345678.0")]
    [InlineData("ezo-orp", "--1.0")]
    [InlineData("ezo-orp", "-")]
    [InlineData("ezo-orp", "209")]
    [InlineData("ezo-do", "7.82,96.0")]
    [InlineData("ezo-do", "no output")]
    [InlineData("ezo-ec", "1413,706,0.7,1.000")]
    [InlineData("ezo-ec", "1413.")]
    [InlineData("ezo-rtd", "99999999999999999999.0")]
    public void Anything_else_is_refused(string driver, string text) =>
        Assert.False(EzoAnswer.TryReadNumber(Encoding.ASCII.GetBytes(text), Of(driver), out _));

    [Theory]
    [InlineData("7.213\0\0\0", "7.213")]
    [InlineData("7.213", "7.213")]
    [InlineData("\0\0", "")]
    public void Text_ends_at_the_first_NUL_and_only_NUL_follows(string answer, string text)
    {
        Assert.True(EzoAnswer.TryReadText(Encoding.ASCII.GetBytes(answer), out var read));
        Assert.Equal(text, Encoding.ASCII.GetString(read));
    }

    [Theory]
    [InlineData("7.2\0" + "1")]
    [InlineData("7.2\r\0")]
    [InlineData("7.\u007f")]
    public void Padding_that_is_not_NUL_and_control_characters_are_refused(string answer) =>
        Assert.False(EzoAnswer.TryReadText(Encoding.Latin1.GetBytes(answer), out _));
}
