using Edge.Site.Tap;

namespace Edge.Gateway.Tests.Configuration;

public sealed class TapSectionTests
{
    private const string Ph = "channels: [{ channel: tap.ph }]";

    private static string With(string tap) => ConfigurationText.Good + $"site: {{ listen: 127.0.0.1:0, tap: {tap} }}\n";

    [Fact]
    public void There_is_no_page_unless_it_is_written() => Assert.Null(ConfigurationText.Read(ConfigurationText.Good + "site: { listen: 127.0.0.1:0 }\n").Site!.Tap);

    [Fact]
    public void Every_setting_arrives()
    {
        var tap = ConfigurationText.Read(With(
            "{ name: Well house, name_zh: 水房, address: https://tap.city.example/north, channels: [{ channel: tap.ph, name: Acidity, name_zh: 酸碱度 }, { channel: main.pressure }] }")).Site!.Tap!;

        Assert.Equal(("Well house", "水房", "https://tap.city.example/north"), (tap.Name, tap.ChineseName, tap.Address!.AbsoluteUri));
        Assert.Equal([new TapChannel("tap.ph", "Acidity", "酸碱度"), new TapChannel("main.pressure", "main.pressure", "main.pressure")], tap.Channels);
    }

    [Fact]
    public void What_is_not_said_in_Chinese_is_as_it_is()
    {
        var tap = ConfigurationText.Read(With("{ name: Well house, channels: [{ channel: tap.ph, name: Acidity }] }")).Site!.Tap!;

        Assert.Equal(("Well house", null, new TapChannel("tap.ph", "Acidity", "Acidity")), (tap.ChineseName, tap.Address, Assert.Single(tap.Channels)));
    }

    [Theory]
    [InlineData($"{{ {Ph} }}", "site.tap.name: is missing; write for example name: Well house, Pier Street")]
    [InlineData($"{{ name: \"a\\u202eb\", {Ph} }}", "site.tap.name: is shown on phones; write one line of at most 60 characters, all of them visible")]
    [InlineData($"{{ name: a, address: http://tap.example, {Ph} }}", "site.tap.address: \"http://tap.example\" is not an address for phones; write https://")]
    [InlineData($"{{ name: a, address: tap.example, {Ph} }}", "site.tap.address: \"tap.example\" is not an address for phones")]
    [InlineData($"{{ name: a, address: https://u:p@tap.example, {Ph} }}", "is not an address for phones")]
    [InlineData("{ name: a }", "site.tap.channels: has 0 channels; name 1 to 4, each as for example { channel: tap.ph, name: Acidity }")]
    [InlineData("{ name: a, channels: [{ channel: tap.ph }, { channel: tap.ph }] }", "site.tap.channels: tap.ph stands there twice; name it once")]
    [InlineData("{ name: a, channels: [{ channel: tap.hp }] }", "site.tap.channels[0].channel: no sensor has a channel \"tap.hp\"; known are main.pressure, tap.ph")]
    [InlineData("{ name: a, channels: [{ name: b }] }", "site.tap.channels[0].channel: is missing; write for example channel: tap.ph")]
    [InlineData("{ name: a, channels: tap.ph }", "site.tap.channels: must be a list")]
    [InlineData($"{{ name: a, limit: 1, {Ph} }}", "site.tap.limit: is not a setting here; known are address, channels, name, name_zh")]
    [InlineData("{ name: a, channels: [{ channel: tap.ph, limit: 1 }] }", "site.tap.channels[0].limit: is not a setting here; known are channel, name, name_zh")]
    [InlineData("yes", "site.tap: must be a mapping of names to values")]
    public void What_is_wrong_is_named(string tap, string says) =>
        Assert.Contains(ConfigurationText.Problems(With(tap)), p => p.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void A_tap_without_a_place_to_be_served_is_a_mistake() => Assert.Contains(
        ConfigurationText.Problems(ConfigurationText.Good + $"site: {{ tap: {{ name: a, {Ph} }} }}\n"), p => p.Contains("site.listen: is missing; write for example listen: 127.0.0.1:8080", StringComparison.Ordinal));
}
