using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class RuleSectionTests
{
    private static string With(string rules) => ConfigurationText.With("domain: water }", $"domain: water, {rules} }}");

    [Fact]
    public void Every_rule_arrives_at_its_channel()
    {
        var channels = ConfigurationText.Read(With("range: [2, 12.5], rate: 0.1, flat_line: 10min, flat_band: 0.02, warm_up: 4s")).Channels;

        Assert.Equal(
            new RuleSettings { Lowest = 2, Highest = 12.5, Rate = 0.1, FlatLine = TimeSpan.FromMinutes(10), FlatBand = 0.02, WarmUp = TimeSpan.FromSeconds(4) }, channels[1].Rules);
        Assert.Equal(RuleSettings.None, channels[0].Rules);
        Assert.Equal([0.5, 2], channels.Select(c => c.Period.TotalSeconds));
    }

    [Fact]
    public void Rules_stand_in_the_definition_that_is_logged_and_a_channel_without_any_has_the_definition_it_always_had()
    {
        var plain = ConfigurationText.Read(ConfigurationText.Good).Channels;
        var ruled = ConfigurationText.Read(With("range: [2, 12.5], rate: 0.1, flat_line: 10min, flat_band: 0.02, warm_up: 4s")).Channels;

        Assert.Contains("\"rules\":{\"plausible_range\":[2,12.5],\"rate\":0.1,\"flat_line_ms\":600000,\"flat_band\":0.02,\"warm_up_ms\":4000}", ruled[1].Definition, StringComparison.Ordinal);
        Assert.Equal(plain[0].Definition, ruled[0].Definition);
        Assert.DoesNotContain("rules", plain[1].Definition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("range: 7", "range: must be the lowest and the highest plausible value in brackets, for example range: [0, 16]")]
    [InlineData("range: [1, 2, 3]", "range: must be the lowest and the highest plausible value in brackets")]
    [InlineData("range: [low, high]", "range: must be the lowest and the highest plausible value in brackets")]
    [InlineData("range: [12, 2]", "range: 12 is not below 2; write the lowest plausible value first")]
    [InlineData("rate: 0", "rate: 0 is not a rate; write the most the value can change in a second, above 0")]
    [InlineData("rate: fast", "rate: \"fast\" is not a number; write for example rate: 1")]
    [InlineData("flat_line: 3s", "flat_line: 3s is out of range; write 4s to 30d")]
    [InlineData("flat_band: 0.1", "flat_band: says nothing alone; write also how long the value may stand still, for example flat_line: 10min")]
    [InlineData("flat_line: 10min, flat_band: -1", "flat_band: -1 is not a band; write how far a value that stands still may wander, 0 or more")]
    [InlineData("warm_up: 2d", "warm_up: 2d is out of range; write 1ms to 1d")]
    public void What_is_wrong_is_named(string rules, string says) =>
        Assert.Contains($"31: channels.tap.ph.{says}", Assert.Single(ConfigurationText.Problems(With(rules))), StringComparison.Ordinal);
}
