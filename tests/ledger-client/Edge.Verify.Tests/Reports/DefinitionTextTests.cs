using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

public sealed class DefinitionTextTests
{
    private static readonly Phrases English = new EnglishPhrases();

    [Theory]
    [InlineData("{\"unit\":\"bar\",\"channel\":{\"name\":\"x\",\"low\":0,\"high\":10},\"address\":\"0x48\",\"driver\":\"ads1115\",\"period_ms\":500}", "driver ads1115; address 0x48; low 0; high 10; period_ms 500")]
    [InlineData("{\"a\":null,\"b\":[1,2]}", "b [1,2]")]
    [InlineData("[1]", "[1]")]
    [InlineData("by hand", "by hand")]
    [InlineData("{", "{")]
    [InlineData("", "")]
    [InlineData("{\"driver\":\"\\ud800\"}", "{\"driver\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1,\"driver\":\"x\"}", "{\"\\udc00\":1,\"driver\":\"x\"}")]
    public void A_definition_is_one_line_with_what_a_reader_asks_first(string definition, string shown) =>
        Assert.Equal(shown, DefinitionText.Of(definition, English, full: false));

    [Fact]
    public void Full_shows_it_as_it_stands_in_the_log() => Assert.Equal("{\"unit\":1}", DefinitionText.Of("{\"unit\":1}", English, full: true));

    [Theory]
    [InlineData("0.00026041666666666666", "0.000260417")]
    [InlineData("450", "450")]
    [InlineData("4.096", "4.096")]
    [InlineData("1234567890123", "1234567890123")]
    public void Fractions_longer_than_anyone_compares_are_rounded_unless_all_is_asked_for(string number, string shown)
    {
        var definition = $"{{\"resolution\":{number}}}";
        Assert.Equal($"resolution {shown}", DefinitionText.Of(definition, English, full: false));
        Assert.Equal(definition, DefinitionText.Of(definition, English, full: true));
    }

    [Fact]
    public void In_Chinese_the_names_that_drivers_use_are_words_and_others_stay() =>
        Assert.Equal("驱动 ads1115；地址 0x48；周期（毫秒） 500；own 1", DefinitionText.Of("{\"driver\":\"ads1115\",\"address\":\"0x48\",\"period_ms\":500,\"own\":1}", new ChinesePhrases(), full: false));

}
