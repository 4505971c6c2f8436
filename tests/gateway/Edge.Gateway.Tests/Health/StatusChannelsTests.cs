using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using static Edge.Gateway.Tests.Health.Healths;

namespace Edge.Gateway.Tests.Health;

/// <summary>What the status page says of buses that hang and of the channels of each device.</summary>
public sealed class StatusChannelsTests
{
    [Fact]
    public void A_bus_that_is_stuck_is_named_with_what_to_do_and_its_channels_are_not_blamed_on_their_wires()
    {
        Has(StuckBus, "Measuring 5 of 8 channels; proving; needs you: a bus.", "8 个测点中 5 个在测量；存证正常；需要处理：总线。");
        Has(
            StuckBus, "i2c-1 is stuck: no transfer ends, with any of its devices. SDA or SCL seems to be held low: look for a short to ground, then unplug one device after the other until the others answer; the last one held it. On it: i2c-1 0x48, i2c-1 0x76.",
            "i2c-1 已锁死：与其上任何器件的传输都不能完成。SDA 或 SCL 似被拉低：请检查是否对地短路，再逐一拔下器件，直到其余器件应答；最后拔下的就是原因。其上的器件：i2c-1 0x48、i2c-1 0x76。");

        var two = StuckBus with { Channels = StuckBus.Channels.Append(new("tap.chlorine", Channel() with { Device = "i2c-2 0x63", Value = null, Quality = "Bad", Reason = "NoAnswer" })).ToDictionary() };
        Has(two, "Channels without values: tap.chlorine (the device does not answer). Look", "没有数值的测点：tap.chlorine（设备无应答）。请");
    }

    [Fact]
    public void Channels_stand_by_device_the_worst_first_with_quality_and_reason_and_contacts_in_words()
    {
        Has(StuckBus, "Channels by device i2c-1 0x48 (2 channels) - bad, the transfer on the bus failed: main.pressure, main.level i2c-1 0x76 (1 channel)", "测点（按器件） i2c-1 0x48（2 个测点） - 坏值，总线传输失败：main.pressure、main.level i2c-1 0x76（1 个测点）");
        Has(StuckBus, "i2c-2 0x63 (2 channels) - uncertain, outside the plausible range: tap.temperature 61.3 Cel - good: tap.ph 7.210 pH", "- 可疑，超出合理范围：tap.temperature 61.3 Cel - 良好：tap.ph 7.210 pH");
        Has(StuckBus, "gpio 17 (2 channels) - good: cabinet.door closed, cellar.leak wet computed (1 channel) - good: main.volume 12.35 m3", "- 良好：cabinet.door 闭合、cellar.leak 潮湿 计算所得（1 个测点） - 良好：main.volume 12.35 m3");
        Has(ChannelsGone, "- nothing for 6 min 40 s: tap.chlorine", "- 6 分 40 秒无读数：tap.chlorine");
        Has(ChannelsGone, "- nothing since the start: pump.current", "- 启动以来无读数：pump.current");
        Has(Well with { LeftOut = new Dictionary<string, string> { ["tap.ph"] = "Blocked" } }, "- left out, the log is full: tap.ph", "- 因存储已满未采集：tap.ph");
        Assert.DoesNotContain("Channelsbydevice", Unfolded(HealthWords.English, Waiting), StringComparison.Ordinal);
    }

    private static void Has(GatewayHealth health, string english, string chinese)
    {
        Assert.Contains(english.Replace(" ", "", StringComparison.Ordinal), Unfolded(HealthWords.English, health), StringComparison.Ordinal);
        Assert.Contains(chinese.Replace(" ", "", StringComparison.Ordinal), Unfolded(HealthWords.Chinese, health), StringComparison.Ordinal);
    }

    /// <summary>Without blanks and line ends, which differ with where lines are broken.</summary>
    private static string Unfolded(HealthWords words, GatewayHealth health) =>
        string.Concat(new StatusPage(words, isColoured: false).Of(health, isBrief: false).Where(c => !char.IsWhiteSpace(c)));
}
