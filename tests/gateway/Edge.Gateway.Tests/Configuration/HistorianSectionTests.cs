using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class HistorianSectionTests
{
    private static string With(string historian) => ConfigurationText.Good + historian + "\n";

    [Fact]
    public void Nothing_is_sent_unless_it_is_enabled()
    {
        Assert.Equal(new HistorianSettings { Enabled = false, Rate = 50_000, Burst = 100_000 }, ConfigurationText.Read(ConfigurationText.Good).Historian);
        Assert.False(ConfigurationText.Read(With("historian: { rate: 1MB }")).Historian.Enabled);
    }

    [Fact]
    public void Every_setting_arrives() =>
        Assert.Equal(new HistorianSettings { Enabled = true, Rate = 20_000, Burst = 65_536 }, ConfigurationText.Read(With("historian: { enabled: true, rate: 20kB, burst: 64KiB }")).Historian);

    [Theory]
    [InlineData("enabled: yes", "historian.enabled: \"yes\" is not known; write false or true")]
    [InlineData("rate: 10B", "historian.rate: 10B is out of range; write 1 kB to 100 MB")]
    [InlineData("burst: 1GB", "historian.burst: 1GB is out of range; write 1 kB to 100 MB")]
    public void What_is_wrong_is_named(string setting, string says) =>
        Assert.Contains(ConfigurationText.Problems(With($"historian: {{ {setting} }}")), p => p.Contains(says, StringComparison.Ordinal));
}
