using Edge.Verify.Reports;

namespace Edge.Verify.Tests.Reports;

public sealed class DefinitionTextTests
{
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
        Assert.Equal(shown, DefinitionText.Of(definition, "; ", full: false));

    [Fact]
    public void Full_shows_it_as_it_stands_in_the_log() => Assert.Equal("{\"unit\":1}", DefinitionText.Of("{\"unit\":1}", "; ", full: true));
}
