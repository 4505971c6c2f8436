using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

public sealed class DefinitionTextTests
{
    private static readonly Phrases English = new EnglishPhrases();

    [Theory]
    [InlineData("{\"unit\":\"bar\",\"channel\":{\"name\":\"x\",\"low\":0,\"high\":10},\"address\":\"0x48\",\"driver\":\"ads1115\",\"period_ms\":500}", "driver ads1115; address 0x48; low 0; high 10; period 500 ms")]
    [InlineData("{\"a\":null,\"b\":[1,2]}", "b [1,2]")]
    [InlineData("[1]", "[1]")]
    [InlineData("by hand", "by hand")]
    [InlineData("{", "{")]
    [InlineData("", "")]
    [InlineData("{\"driver\":\"\\ud800\"}", "{\"driver\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1,\"driver\":\"x\"}", "{\"\\udc00\":1,\"driver\":\"x\"}")]
    public void A_definition_is_one_line_with_what_a_reader_asks_first(string definition, string shown) =>
        Assert.Equal(shown, DefinitionText.Of(definition, English, full: false));

    [Theory]
    [InlineData("{\"unit\":1}", "{\"unit\": 1}")]
    [InlineData("{\"a\":[1,2], \"b\":\"c,d:\\\"e,f\"}", "{\"a\": [1, 2], \"b\": \"c,d:\\\"e,f\"}")]
    [InlineData("by hand,as it is", "by hand,as it is")]
    public void Full_shows_all_of_it_with_blanks_where_a_line_can_be_broken(string definition, string shown) =>
        Assert.Equal(shown, DefinitionText.Of(definition, English, full: true));

    [Fact]
    public void The_rules_by_which_readings_are_doubted_stand_before_what_is_left_out_and_it_is_said_how_much_that_is()
    {
        var options = string.Join(',', Enumerable.Range(0, 30).Select(i => $"\"option{i}\":{i}"));
        var definition = $"{{\"alarm_high\":6,\"bus\":\"i2c-1\",\"driver\":\"ads1115\",\"options\":{{{options}}},\"rules\":{{\"plausible_range\":[1,8],\"rate\":1,\"flat_line_ms\":20000}}}}";

        var shown = DefinitionText.Of(definition, English, full: false);

        Assert.StartsWith("driver ads1115; bus i2c-1; range [1,8]; rate 1; flat_line 20000 ms; alarm_high 6; option0 0; ", shown, StringComparison.Ordinal);
        Assert.EndsWith("; option17 17; ... 12 more; --full shows all ...", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.00026041666666666666", "0.000260417")]
    [InlineData("450", "450")]
    [InlineData("4.096", "4.096")]
    [InlineData("1234567890123", "1234567890123")]
    public void Fractions_longer_than_anyone_compares_are_rounded_unless_all_is_asked_for(string number, string shown)
    {
        var definition = $"{{\"resolution\":{number}}}";
        Assert.Equal($"resolution {shown}", DefinitionText.Of(definition, English, full: false));
        Assert.Equal($"{{\"resolution\": {number}}}", DefinitionText.Of(definition, English, full: true));
    }

    [Fact]
    public void In_Chinese_the_names_that_drivers_use_are_words_beside_the_files_own_and_others_stay() =>
        Assert.Equal("驱动（driver）ads1115；地址（address）0x48；周期（period）500 ms；own 1", DefinitionText.Of("{\"driver\":\"ads1115\",\"address\":\"0x48\",\"period_ms\":500,\"own\":1}", new ChinesePhrases(), full: false));
}
