using Edge.Gateway.Consequences;
using Edge.Ledger.Text;

namespace Edge.Gateway.Tests.Consequences;

public sealed class FoldedFaultsTests
{
    [Fact]
    public void What_does_not_fit_stands_indented_below_and_nothing_is_lost()
    {
        const string text = "The configuration cannot be used:\ngateway.yaml:7: sensors[0].channels: an ADS1115 has four terminals; list one to four channels with different inputs ain0 to ain3";

        var folded = FoldedFaults.Of(text, 60);

        Assert.Equal(
            [
                "The configuration cannot be used:",
                "gateway.yaml:7: sensors[0].channels: an ADS1115 has four",
                "  terminals; list one to four channels with different inputs",
                "  ain0 to ain3",
            ],
            folded.Split('\n'));
    }

    [Fact]
    public void A_Chinese_character_takes_two_columns() => Assert.All(
        FoldedFaults.Of("配置无法使用：\n" + string.Concat(Enumerable.Repeat("有四个端子；请列出一至四个输入各不相同的测点", 9)), 80).Split('\n'), line => Assert.True(TextWidth.Of(line) <= 80, line));
}
