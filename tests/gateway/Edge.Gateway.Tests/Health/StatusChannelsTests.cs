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
        Has(StuckBus, "Measuring 5 of 8 channels, 1 doubtful; proving; needs you: a bus.", "8 个测点中 5 个在测量，1 个可疑；存证正常；需要处理：总线。");
        Has(
            StuckBus, "i2c-1 is stuck: no transfer ends, with any of its devices. SDA or SCL seems to be held low: look for a short to ground, then unplug one device after the other until the others answer; the last one held it. On it: i2c-1 0x48, i2c-1 0x76.",
            "i2c-1 已锁死：与其上任何器件的传输都不能完成。SDA 或 SCL 似被拉低：请检查是否对地短路，再逐一拔下器件，直到其余器件应答；最后拔下的就是原因。其上的器件：i2c-1 0x48、i2c-1 0x76。");

        var two = StuckBus with { Channels = StuckBus.Channels.Append(new("tap.chlorine", Channel() with { Device = "i2c-2 0x63", Value = null, Quality = "Bad", Reason = "NoAnswer" })).ToDictionary() };
        Has(
            two, "Channels without values. Look at these sensors' wires and supply: - i2c-2 0x63: tap.chlorine (the device does not answer)",
            "没有数值的测点，请检查这些传感器的接线和供电： - i2c-2 0x63：tap.chlorine（设备无应答）");
    }

    [Fact]
    public void A_device_that_is_alone_on_its_bus_is_the_one_to_unplug()
    {
        var alone = StuckBus with { Devices = StuckBus.Devices.Where(d => d.Key != "i2c-1 0x76").ToDictionary() };
        Has(alone, "look for a short to ground, then unplug i2c-1 0x48, the only device on it", "再拔下其上唯一的器件 i2c-1 0x48；");
        Has(HeldBus with { Devices = new Dictionary<string, DeviceHealth> { ["i2c-2 0x48"] = Device(400, null) with { Bus = "i2c-2" } } }, "SCL of i2c-2 is held low. Look for a short to ground, then unplug i2c-2 0x48,", "i2c-2 的 SCL 被拉低：请检查是否对地短路，再拔下其上唯一的器件 i2c-2 0x48");
    }

    [Fact]
    public void Channels_that_are_computed_from_failing_ones_are_not_told_beside_them_and_each_reason_has_its_own_advice()
    {
        static ChannelHealth Absent(string device, string reason) => Channel() with { Device = device, Value = null, Quality = "Bad", Reason = reason };
        var failing = StuckBus with
        {
            Channels = new Dictionary<string, ChannelHealth>(StuckBus.Channels)
            {
                ["main.volume"] = Absent("", "BusFault") with { Device = null, Sources = ["main.pressure"] },
                ["surge"] = Absent("i2c-2 0x49", "Overrun"),
                ["meter.power"] = Absent("/dev/ttyUSB0 1", "WarmUp"),
            },
        };
        Has(failing, "Channels without values: - i2c-2 0x49: surge (the gateway did not sample in time: the board is too busy", "没有数值的测点： - i2c-2 0x49：surge（");
        var list = HealthWords.English.Items(Need.ChannelsFail, failing).ToList();
        Assert.Equal(2, list.Count);
        Assert.EndsWith(": it begins, wait a moment)", list[1], StringComparison.Ordinal);

        var meters = Well with { Channels = Enumerable.Range(0, 8).ToDictionary(i => $"meter.{i}", _ => Absent("/dev/ttyUSB0 1", "NoAnswer")) };
        Assert.Equal("/dev/ttyUSB0 1: meter.0, meter.1, meter.2, meter.3, meter.4 and 3 more (the device does not answer)", Assert.Single(HealthWords.English.Items(Need.ChannelsFail, meters)));
    }

    [Fact]
    public void Samples_that_are_missed_are_told_by_channel_with_their_share()
    {
        var missing = StuckBus with
        {
            Devices = new Dictionary<string, DeviceHealth>(StuckBus.Devices) { ["i2c-2 0x63"] = Device(1, null) with { Bus = "i2c-2", Rounds = 900, MissedRounds = 28, MissedShare = 0.0302 } },
        };
        Has(missing, "needs you: a bus, missed samples. ", "需要处理：总线、错过的采样。");
        Has(missing, "tap.ph misses 3 % of its samples, tap.temperature misses 3 % of its samples", "tap.ph 错过 3% 的采样、tap.temperature 错过 3% 的采样");
    }

    [Theory]
    [InlineData(0.01, 5, true)]
    [InlineData(0.0099, 500, false)]
    [InlineData(0.5, 4, false)]
    public void The_odd_round_that_is_missed_needs_nobody(double share, long missed, bool misses) => Assert.Equal(misses, (Device(1, null) with { MissedShare = share, MissedRounds = missed }).Misses);

    [Theory]
    [InlineData("Billing", 11, true)]
    [InlineData("Billing", 9, false)]
    [InlineData(null, 599, false)]
    [InlineData(null, 600, true)]
    public void Readings_that_are_doubted_stand_in_the_first_line_and_need_a_person_where_they_serve_something_or_after_a_while(string? purpose, double seconds, bool needed)
    {
        var frozen = Well with
        {
            Channels = new Dictionary<string, ChannelHealth> { ["main.pressure"] = Channel() with { Quality = "Uncertain", Reason = "FlatLine", Purpose = purpose, DoubtfulSeconds = seconds }, ["tap.ph"] = Channel() },
        };
        Assert.Equal(needed ? [Need.ChannelsDoubtful] : [], frozen.Needs);
        Assert.StartsWith("Measuring all 2 channels, 1 doubtful; proving; ", HealthWords.English.OneLine(frozen), StringComparison.Ordinal);
        Assert.StartsWith("2 个测点全部在测量，1 个可疑；存证正常；", HealthWords.Chinese.OneLine(frozen), StringComparison.Ordinal);
        if (purpose is not null && needed)
            Has(frozen, "- main.pressure: uncertain, has not changed for too long, for 11 s; it serves billing", "，已 11 秒；用于计费");
    }

    [Fact]
    public void Channels_stand_by_device_the_worst_first_with_quality_and_reason_and_contacts_in_words()
    {
        Has(StuckBus, "Channels by device i2c-1 0x48 (2 channels) - bad, the transfer on the bus failed: main.pressure, main.level i2c-1 0x76 (1 channel)", "测点（按器件） i2c-1 0x48（2 个测点） - 坏值，总线传输失败：main.pressure、main.level i2c-1 0x76（1 个测点）");
        Has(StuckBus, "i2c-2 0x63 (2 channels) - uncertain, outside the plausible range: tap.temperature 61.3 °C - good: tap.ph 7.210 pH", "- 可疑，超出合理范围：tap.temperature 61.3 °C - 良好：tap.ph 7.210 pH");
        Has(StuckBus, "gpio 17 (2 channels) - good: cabinet.door closed, cellar.leak wet computed (1 channel) - good: main.volume 12.35 m³", "- 良好：cabinet.door 闭合、cellar.leak 潮湿 计算所得（1 个测点） - 良好：main.volume 12.35 m³");
        Has(ChannelsGone, "- nothing for 6 min 40 s: tap.chlorine", "- 6 分 40 秒无读数：tap.chlorine");
        Has(ChannelsGone, "- nothing since the start: pump.current", "- 启动以来无读数：pump.current");
        Has(Well with { LeftOut = new Dictionary<string, string> { ["tap.ph"] = "Blocked" } }, "- left out, the log is full: tap.ph", "- 因存储已满未采集：tap.ph");
        Assert.DoesNotContain("Channelsbydevice", Unfolded(HealthWords.English, Waiting), StringComparison.Ordinal);
    }

    [Fact]
    public void Devices_without_values_stand_first_then_those_that_are_doubted_and_each_is_named_with_its_driver()
    {
        static ChannelHealth At(string device) => Channel() with { Device = device };
        var mixed = Well with
        {
            Devices = new Dictionary<string, DeviceHealth> { ["i2c-1 0x4a"] = Device(1, null) with { Driver = "ads1115" } },
            Channels = new Dictionary<string, ChannelHealth>
            {
                ["good"] = At("gpio 1"), ["frozen"] = At("gpio 2") with { Quality = "Uncertain", Reason = "FlatLine" }, ["fine"] = At("gpio 3"),
                ["silent"] = At("i2c-1 0x4a") with { Value = null, Quality = "Bad", Reason = "NoAnswer" }, ["beside"] = At("i2c-1 0x4a"),
            },
        };
        Has(
            mixed, "Channels by device ads1115 i2c-1 0x4a (2 channels) - bad, the device does not answer: silent - good: beside 7.21 pH gpio 2 (1 channel) - uncertain, has not changed for too long: frozen 7.21 pH gpio 1 (1 channel)",
            "测点（按器件） ads1115 i2c-1 0x4a（2 个测点） - 坏值，设备无应答：silent - 良好：beside 7.21 pH gpio 2（1 个测点）");
        Has(mixed, "- ads1115 i2c-1 0x4a: silent (the device does not answer)", "- ads1115 i2c-1 0x4a：silent（设备无应答）");
    }

    [Fact]
    public void What_was_open_and_is_no_more_leaves_a_trace_the_newest_first_and_needs_nobody()
    {
        var over = Well with
        {
            AlarmsEnded = new Dictionary<string, EndedAlarmHealth>
            {
                ["main.pressure"] = new("5.07 bar is above the limit 4.28 bar", "2026-11-19T23:14:02Z", 3600, 42),
                ["box.tamper"] = new("tamper contact opened, closed again after 0.512 s", null, 180, null),
            },
        };
        Assert.Empty(over.Needs);
        Has(
            over, "Alarms over box.tamper: tamper contact opened, closed again after 0.512 s; over 3 min ago; main.pressure: 5.07 bar is above the limit 4.28 bar, for 42 s; over 1 h ago (2026-11-19 23:14:02 UTC)",
            "已解除 box.tamper：防拆触点打开，0.512 秒后重新闭合，3 分前已结束；main.pressure：5.07 bar，高于上限 4.28 bar，持续 42 秒，1 小时前已结束（2026-11-19 23:14:02 UTC）");
    }

    [Fact]
    public void A_contact_that_was_open_already_at_the_start_is_seen_so_since_then_and_not_open_since_then()
    {
        var found = Alarmed with
        {
            Alarms = new Dictionary<string, string> { ["cellar.leak"] = "leak: wet", ["box.door"] = "door is open at the start; since when is not known" },
            AlarmsOpen = new Dictionary<string, AlarmHealth> { ["cellar.leak"] = new("2026-11-20T00:13:21Z", 41), ["box.door"] = new("2026-11-20T00:13:21Z", 41) },
        };
        Has(
            found, "box.door: door is open at the start; since when is not known, seen since 2026-11-20 00:13:21 UTC (41 s ago)",
            "box.door：启动时门已打开，何时打开不详，2026-11-20 00:13:21 UTC（41 秒前）起所见即如此");
        Has(found, "cellar.leak: leak: wet, since 2026-11-20 00:13:21 UTC", "cellar.leak：变湿，自 2026-11-20 00:13:21 UTC 起");
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
