using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using Edge.Ledger.Text;
using static Edge.Gateway.Tests.Health.Healths;

namespace Edge.Gateway.Tests.Health;

public sealed partial class StatusPageTests
{
    public static IEnumerable<object[]> Screens => from isChinese in new[] { false, true } from state in Enumerable.Range(0, All.Count) select new object[] { isChinese, state };

    [Theory]
    [MemberData(nameof(Screens))]
    public void Every_screen_fits_eighty_columns_in_both_languages(bool isChinese, int state)
    {
        var page = Page(isChinese).Of(All[state], isBrief: false);

        Assert.All(Lines(page).Skip(1), line => Assert.True(TextWidth.Of(line) <= 80, line));
        Assert.DoesNotContain('\e', page);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Every_screen_fits_a_narrow_terminal(bool isChinese, int state)
    {
        foreach (var width in new[] { 40, 60 })
            Assert.All(Lines(new StatusPage(Words(isChinese), isColoured: false, width).Of(All[state], isBrief: false)), line => Assert.True(TextWidth.Of(line) <= width || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void The_one_line_is_the_first_of_the_page_and_fits_eighty_columns_unless_much_needs_a_person(bool isChinese, int state)
    {
        var brief = Page(isChinese).Of(All[state], isBrief: true);

        Assert.Equal(brief, Page(isChinese).Of(All[state], isBrief: false)[..brief.Length]);
        Assert.Equal(Words(isChinese).OneLine(All[state]) + "\n", brief);
        Assert.Single(Lines(brief));
        Assert.True(All[state].Needs.Count > 1 || TextWidth.Of(Lines(brief)[0]) <= 80, brief);
    }

    [Theory]
    [InlineData("Measuring all 2 channels; proving; nothing needs you.", "2 个测点全部在测量；存证正常；无需人工处理。")]
    public void A_gateway_that_is_well_says_so(string english, string chinese) => Is(Well, english, chinese);

    [Fact]
    public void Offline_says_how_long_how_much_is_buffered_how_many_days_remain_and_that_sealing_goes_on()
    {
        Is(Offline, "Measuring all 2 channels; offline 1 d, room for 419 days; nothing needs you.", "2 个测点全部在测量；离线 1 天，空间够用 419 天；无需人工处理。");
        Has(Offline, "400,000 entries to be anchored", "400,000 条日志条目");
        Has(Offline, "no link for 1 d 2 h; readings go on being sealed", "未连接 1 天 2 小时；读数照常封存");
    }

    [Fact]
    public void Each_need_is_named_in_the_line_and_told_with_what_to_do()
    {
        Is(Refused, "Measuring, not storing; proving; needs you: the store.", "在测量，但未能存储；存证正常；需要处理：存储。");
        Has(Refused, "Free some space", "磁盘已满。请腾出其文件系统的空间");
        Has(ChannelsGone, "- tap.ph (the device does not answer) - tap.chlorine (nothing for 6 min 40 s)", "- tap.ph（设备无应答） - tap.chlorine（6 分 40 秒无读数）");
        Is(Alarmed, "Measuring all 2 channels; proving; needs you: alarms.", "2 个测点全部在测量；存证正常；需要处理：告警。");
        Has(Alarmed, "cellar.leak: leak: wet, since 2026-11-20 00:13:21 UTC (41 s ago)", "cellar.leak：变湿，自 2026-11-20 00:13:21 UTC 起（41 秒前）");
        Has(
            Alarmed, "main.pressure: above the limit 4.28 bar, since 2026-11-19 23:14:02 UTC (1 h ago); now 7.5000 bar; ends at 4.08 bar or below; acknowledged by Li Wei (operator, site page) at 2026-11-19 23:20:00 UTC",
            "main.pressure：高于上限 4.28 bar，自 2026-11-19 23:14:02 UTC 起（1 小时前）；现为 7.5000 bar；降至 4.08 bar 时解除；Li Wei (operator, site page) 已于 2026-11-19 23:20:00 UTC 确认");
        Is(HeldBus, "Measuring all 2 channels; proving; needs you: a bus, unsteady devices.", "2 个测点全部在测量；存证正常；需要处理：总线、器件不稳。");
        Has(HeldBus, "SDA of i2c-1 stays low after nine clocks", "i2c-1 的 SDA 在九个时钟后仍为低");
        Has(HeldBus, "SCL of i2c-2 is held low", "i2c-2 的 SCL 被拉低");
        Has(HeldBus, "fail to answer at first: i2c-3 0x48. Look", "不能一次应答的器件：i2c-3 0x48。请");
        Is(FileChanged, "Measuring all 2 channels; proving; needs you: the configuration.", "2 个测点全部在测量；存证正常；需要处理：配置。");
        Has(FileChanged, "runs another configuration than the file has", "网关运行的不是文件中的配置");
        Has(FileChanged, "44d82ef3..., and /etc/edge/gateway.yaml has 0ba4f4bf...", "44d82ef3... 启动，而 /etc/edge/gateway.yaml 现为 0ba4f4bf...");
        foreach (var need in Enum.GetValues<Need>())
        {
            foreach (var words in new[] { HealthWords.English, HealthWords.Chinese })
                Assert.NotEqual(need.ToString(), words.Advice(need, Everything));
        }
    }

    [Fact]
    public void What_needs_a_person_is_told_in_Chinese_whole()
    {
        foreach (var health in new[] { Halted, Damaged, NotAdmitted, Waiting, Refused, Filled, HeldBus, StuckBus, Alarmed, Offline, Well with { ClockAheadOfCitySeconds = 7200 } })
        {
            foreach (var need in health.Needs)
            {
                var words = HealthWords.Chinese.Advice(need, health);
                Assert.DoesNotMatch(@"[a-z]{3,} [a-z]{3,} [a-z]{3,}", words);
                Assert.DoesNotMatch(@"[，。；：！？] |[\u4e00-\u9fff] [\u4e00-\u9fff]", words);
            }
        }

        Has(Halted, "water knows city.example/water-gw-0001 at size 1300100", "water所知的 city.example/water-gw-0001 已有 1,300,100 条，而本日志只到 1,300,000 条");
        Has(Damaged, "Lost: the entries 4096 to 4215. Set aside: ", "位置 8192 处的 4312 字节与写入时不同。丢失：第 4096 至 4215 条。移出至：");
        Has(NotAdmitted, "The city refuses this gateway: water: 404 city.example/water-gw-0001 is not admitted", "城市拒绝此网关：water：404 未获准入；energy：404 未获准入");
        Has(Filled, "Hashes and index take 120 MB of the 145 MB that the log may have", "哈希与索引已占 120 MB（日志最多可用 145 MB）");
    }

    [Fact]
    public void A_clock_that_disagrees_with_the_city_is_told_with_by_how_much_and_what_to_do()
    {
        var behind = Well with { ClockAheadOfCitySeconds = -3589 };
        Is(behind, "Measuring all 2 channels; proving; needs you: the clock.", "2 个测点全部在测量；存证正常；需要处理：时钟。");
        Has(behind, "The clock disagrees with the city by 1 h: it is behind. See who set it", "时钟与城市的时间相差 1 小时（偏慢）。请查明是否有人调过时钟");
        Has(Well with { ClockAheadOfCitySeconds = 50 * 365.26 * 86_400 }, "by 50 years: it is ahead", "相差 50 年（偏快）");
    }

    [Fact]
    public void Where_the_city_holds_all_nobody_is_sent_to_mend_the_way_to_it()
    {
        var full = Well with { LeftOut = new Dictionary<string, string> { ["tap.ph"] = "Blocked" } };
        Has(full, "the store was full. Raise store.budget, or free space.", "请调高 store.budget，或腾出空间。");
        foreach (var health in new[] { full, Well with { FreeBytes = 60_000_000 } })
        {
            Assert.DoesNotContain("the way to the city", Page(isChinese: false).Of(health, isBrief: false), StringComparison.Ordinal);
            Assert.DoesNotContain("恢复与城市的连接", Page(isChinese: true).Of(health, isBrief: false), StringComparison.Ordinal);
        }

        Has(Offline with { LeftOut = full.LeftOut }, "Mend the way to the city", "请恢复与城市的连接");
    }

    [Fact]
    public void A_bus_whose_device_does_not_exist_is_told_by_it()
    {
        var without = Well with { Channels = Channels(Channel() with { Value = null, Quality = "Bad", Reason = "BusFault", MissingDevice = "/dev/i2c-1" }) };
        Has(without, "channel-0 (/dev/i2c-1 does not exist: enable I2C", "channel-0（/dev/i2c-1 不存在：请启用 I2C");
    }

    [Fact]
    public void A_gateway_whose_anchoring_stopped_does_not_speak_of_its_link_and_points_to_what_to_do()
    {
        var ended = Halted with { Connected = false, LinkSeconds = 4, Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(0, null, null) } };
        Has(ended, "see \"After 205\"", "“编号 205 之后”");
        Has(ended, "not asked any more: water knows another history", "不再询问：water 所知的");
        Assert.DoesNotContain("no link", Page(isChinese: false).Of(ended, isBrief: false), StringComparison.Ordinal);
        Assert.DoesNotContain("answered since", Page(isChinese: false).Of(ended, isBrief: false), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_that_says_that_damage_was_seen_to_names_the_configuration() =>
        Has(Damaged with { Configuration = "/etc/edge/gateway.yaml" }, "edge-gateway damage --seen --config /etc/edge/gateway.yaml", "edge-gateway damage --seen --config /etc/edge/gateway.yaml");

    [Theory]
    [InlineData("stopped", 1, "since the start: the gateway ended without a stop (1)", "启动以来：网关未经停止即中断（1 条）")]
    [InlineData("powered_off", 1, "since the start: powered off without a stop (1)", "启动以来：断电，未经停止（1 条）")]
    [InlineData("powered_off", 2, "since the start: powered off, once without a stop (2)", "启动以来：断电，其中一次未经停止（2 条）")]
    public void A_gateway_that_ended_without_a_stop_is_told_by_its_gap_alone(string reason, long gaps, string english, string chinese)
    {
        var crashed = Well with { EndedWithoutStop = true, Gaps = new Dictionary<string, long> { [reason] = gaps } };

        Has(crashed, english, chinese);
        Assert.DoesNotContain("sampling was stopped", Page(isChinese: false).Of(crashed, isBrief: false), StringComparison.Ordinal);
    }

    [Fact]
    public void What_older_gaps_told_is_not_told_as_if_it_had_happened_since_the_start() => Has(
        Well with { GapsRetold = new Dictionary<string, long> { ["blocked"] = 9 } },
        "none since the start. Told again, since their entries went: nothing was taken, the store was full (9)", "启动以来无。原记录已舍弃而重新记载：因存储已满未采集（9 条）");

    [Fact]
    public void A_loss_is_told_once()
    {
        foreach (var words in new[] { HealthWords.English, HealthWords.Chinese })
            Assert.Single(words.Items(Need.StoreDamaged, Damaged), i => System.Text.RegularExpressions.Regex.Count(i, "4096 |4096,|4,096") == 1);
    }

    [Fact]
    public void A_log_whose_budget_is_the_limit_does_not_ask_for_room_on_the_disk()
    {
        var tight = Offline with { StoreBytes = 8_400_000, BudgetBytes = 16_000_000, FreeBytes = 16_800_000, FloorBytes = 4_000_000, RoomLeftBytes = 7_600_000, Oldest = 900_000 };

        Assert.Contains(Need.RoomEnds, tight.Needs);
        Has(tight, "without the city it lasts 3 h, by its budget of 16 MB. Mend the way to the city, so that entries can go, or raise store.budget.", "（受存储上限 16 MB 所限）。请恢复与城市的连接，使旧条目可以清除；或调高 store.budget。");
        Has(tight, "8.4 MB of 16 MB, 4.1 MB write-ahead log; 16.8 MB free, 4 MB of it kept free", "8.4 MB（上限 16 MB），其中预写日志 4.1 MB；磁盘剩余 16.8 MB，其中须留空 4 MB");
        Assert.DoesNotContain("The disk is full soon", Page(isChinese: false).Of(tight, isBrief: false), StringComparison.Ordinal);

        var disk = tight with { BudgetBytes = 1_000_000_000, RoomLeftBytes = 12_800_000 };
        Has(disk, "by what the disk leaves it. Mend the way to the city, so that entries can go, or free space on the disk.", "（受磁盘剩余空间所限）。请恢复与城市的连接，使旧条目可以清除；或腾出磁盘空间。");
    }

    [Fact]
    public void A_city_that_lacks_its_quorum_is_told_with_the_departments_that_are_silent()
    {
        var lost = Well with
        {
            LagSeconds = 125, LinkSeconds = 4000, Quorum = 3,
            Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(9, 32, null), ["energy"] = new(9, 131, null), ["traffic"] = new(9, 33, null), ["audit"] = new(0, null, null) },
        };

        Has(
            lost, "accepted nothing for 2 min 5 s. Silent of 4 departments: energy (heard 2 min 11 s ago), audit (not heard since the start). At least 3 must accept. Ask the city.",
            "4 个部门中未应答的：energy（2 分 11 秒前曾应答）、audit（启动以来未应答）。至少须有 3 个部门认可。请询问城市。");
        Has(
            lost with { Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(9, 1, "500 no"), ["energy"] = new(9, 1, null) } },
            "All 2 departments answer. At least 3 must accept. water refuses: 500 no.", "2 个部门均有应答。至少须有 3 个部门认可。water 拒绝：500 no。");
    }

    [Fact]
    public void The_clock_is_not_called_right_beside_the_need_that_says_it_is_wrong()
    {
        var wrong = Well with { ClockAheadOfCitySeconds = 49.5 * 365.26 * 86_400 };
        Has(wrong, "but 49 years from the city's time", "但与城市的时间相差 49 年");
        Assert.DoesNotContain("right within", Page(isChinese: false).Of(wrong, isBrief: false), StringComparison.Ordinal);
        Assert.DoesNotContain("误差不超过", Page(isChinese: true).Of(wrong, isBrief: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Room_is_told_before_its_rate_is_known()
    {
        Has(Well with { StoreBytesPerDay = null, FreeBytes = 0, RoomLeftBytes = -5, Oldest = Well.Anchored }, "none: the log is full", "无：日志已满");
        Has(Well with { StoreBytesPerDay = null, RoomLeftBytes = 5_000_000, Oldest = Well.Anchored }, "5 MB; for how long is not known yet", "5 MB；够用多久尚不可知");
    }

    [Fact]
    public void Anchoring_that_had_stopped_is_remembered_while_the_gateway_is_stopped_and_after_its_start()
    {
        var stopped = Stopped with { Halted = Halted.Halted, Fork = Halted.Fork };
        Has(stopped, "Not running; anchoring had stopped for good.", "未在运行；存证已终止。");
        Assert.Contains("stopped for good: water knows city.example/water-gw-0001 at size 1300100", Unfolded(Page(isChinese: false).Of(stopped, isBrief: false)), StringComparison.Ordinal);
        Assert.Contains("已终止：water 所知的 city.example/water-gw-0001 已有 1,300,100 条", Unfolded(Page(isChinese: true).Of(stopped, isBrief: false)), StringComparison.Ordinal);

        var started = Halted with { HaltedEarlier = true, Connected = false };
        Is(started, "Measuring all 2 channels; anchoring stopped before this start; needs you: anchoring.", "2 个测点全部在测量；此次启动前存证已终止；需要处理：存证。");
        Has(started, "Anchoring had stopped before this start: water knows", "此次启动前存证已终止：water 所知的");
        Has(started, "no link for 3 h 2 min", "未连接 3 小时 2 分");
        Assert.DoesNotContain("nothing is sent", Page(isChinese: false).Of(started, isBrief: false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_log_is_not_called_anchored() => Has(Stopped with { Size = 0, Sealed = 0, Anchored = 0 }, "Not running; its log is empty.", "未在运行；日志为空。");

    [Theory]
    [InlineData("/l/00000002.seg is not there. Lost: the entries 5 to 9.", "/l/00000002.seg 不在原处。丢失：第 5 至 9 条。")]
    [InlineData("/l/hashes.0 was removed or cut. It is made again from the segments.", "/l/hashes.0 被移走或截短，已由日志各段重建。")]
    [InlineData("/l/index.db-wal: page 4 is not what was written. What stands there and behind it is made again from the segments.", "/l/index.db-wal：第 4 页与写入时不同。此处及其后的内容已由日志各段重建。")]
    [InlineData("/l/sealed held no checkpoint that was signed with this log's key.", "/l/sealed：其中没有以此日志密钥签名的检查点。")]
    [InlineData("/l: the end of the newest segment was damaged: the entries 3 to 4 are lost. Their hashes are held, so the log goes on behind them.", "/l：最新一段的末尾已损坏，第 3 至 4 条丢失。其哈希仍在，日志在其后继续。")]
    public void What_the_store_says_of_damage_has_its_Chinese(string english, string chinese) =>
        Assert.Equal(chinese, HealthWords.Chinese.Damage(new NotedDamage(3, 2, english, null)));

    [Fact]
    public void Damage_that_this_program_has_no_Chinese_for_is_quoted_with_what_it_cost() =>
        Assert.Equal("自第 4,096 条起丢失 120 条。“Mice ate it.”。", HealthWords.Chinese.Damage(new NotedDamage(4096, 120, "Mice ate it.", null)));

    [Theory]
    [InlineData(0.0001, "less than a minute", "不到一分钟")]
    [InlineData(0.0104, "14 min", " 14 分钟")]
    [InlineData(0.05, "1 h", " 1 小时")]
    [InlineData(731.0, "2 years", " 2 年")]
    [InlineData(730.2, "1 year", " 1 年")]
    public void Short_times_and_single_ones_are_told_as_people_say_them(double days, string english, string chinese)
    {
        var health = Well with { RoomLeftBytes = (long)(days * 51_000_000), Anchored = 0 };
        Has(health, $"for {(char.IsAsciiDigit(english[0]) ? "about " : "")}{english} without the city", $"约够用{chinese}，");
        Has(Well with { Size = 1, Sealed = 1, Anchored = 0, AtRisk = 1, NotBelieved = 1 }, "1 entry durable", "已落盘 1 条");
        Assert.DoesNotMatch(@"\b1 (entries|readings|messages|days|years)\b", Page(false).Of(Well with { Size = 1, Anchored = 0, AtRisk = 1, NotBelieved = 1 }, false));
    }

    [Fact]
    public void Gaps_and_evictions_are_told_by_reason_with_their_number()
    {
        Has(Everything, "since the start: powered off (1); the gateway could not keep up (2)", "启动以来：断电（1 条）；网关来不及处理（2 条）");
        Has(Everything, "since the start: anchored, and kept as long as configured (100,000); of_a_newer_version (3)", "启动以来：已存证且保留期满（100,000 条）；of_a_newer_version（3 条）");
    }

    [Fact]
    public void An_extrapolation_is_said_to_be_one()
    {
        Has(Well with { RateObservedSeconds = 100 }, "310 MB a day to the disk (extrapolated from 1 min 40 s)", "每天向磁盘写入 310 MB（由 1 分 40 秒推算）");
        Assert.DoesNotContain("extrapolated", Page(false).Of(Well, false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_is_not_configured_is_unknown_and_says_what_to_set()
    {
        Has(Well with { CardRatedBytes = null }, "life unknown: set store.card in the configuration", "寿命未知：请在配置中填写 store.card");
        Has(Well, "a new one lasts over 100 years at this rate", "新卡可用一百年以上");
    }

    [Fact]
    public void A_gateway_that_does_not_run_says_what_its_log_holds()
    {
        Has(Stopped, "Not running; 1,300,000 entries are kept, 100,000 of them to be anchored.", "未在运行；保有 1,300,000 条日志条目，其中 100,000 条待存证。");
        Has(Stopped with { Fault = StoppedProblem.OtherTree, Problem = "edge-log: the first 7 entries are not the ones that were signed." }, "Not running; the log needs you.", "未在运行；日志需要处理。");
        Has(Stopped with { Fault = StoppedProblem.LogGone, Exists = false, Problem = "gone" }, "Not running, and its log is gone.", "未在运行，且日志已不在原处。");
        Has(Stopped with { ReadOnly = true, KeyHeld = true }, "Not measuring: waiting for its store, which cannot be written.", "未在测量：等待无法写入的存储。");
        Has(Stopped with { KeyHeld = true }, "It runs, but it does not answer yet.", "在运行，但尚未应答。");
        Has(Stopped with { Damage = Damaged.Damage }, "Not running; the log needs you.", "未在运行；日志需要处理。");
        Has(new StoppedHealth { Gateway = "g", Log = "l", Socket = "s" }, "Not running, and there is no log yet.", "未在运行，尚无日志。");
    }

    [Fact]
    public void Colours_mark_what_the_words_say_and_stand_alone_on_terminals()
    {
        var coloured = new StatusPage(HealthWords.English, isColoured: true).Of(Halted, isBrief: true);

        Assert.Equal("\e[32mMeasuring all 2 channels\e[0m; \e[1;31manchoring stopped for good\e[0m; \e[1;31mneeds you: anchoring\e[0m.\n", coloured);
        Assert.Equal(Page(false).Of(Halted, isBrief: true), coloured.Replace("\e[32m", "", StringComparison.Ordinal).Replace("\e[1;31m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_strangers_wrote_plays_no_tricks_on_the_terminal()
    {
        var page = Page(false).Of(Everything with
        {
            Gateway = "g\e[2J",
            Broker = "b\e[2J\nProving",
            Halted = "h\e]0;x\a",
            Damage = [new NotedDamage(0, 0, "d\e[1m", "q\r")],
            Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(0, 1, "r\u202e") },
        }, isBrief: false);

        Assert.DoesNotContain(page, c => c is '\e' or '\a' or '\r' or '\u202e');
        Assert.DoesNotContain("\nProving", page, StringComparison.Ordinal);
    }

    private static void Is(GatewayHealth health, string english, string chinese)
    {
        Assert.Equal(english, HealthWords.English.OneLine(health));
        Assert.Equal(chinese, HealthWords.Chinese.OneLine(health));
    }

    private static void Has(GatewayHealth health, string english, string chinese)
    {
        Assert.Contains(english, Unfolded(Page(false).Of(health, isBrief: false)), StringComparison.Ordinal);
        Assert.Contains(chinese.Replace(" ", "", StringComparison.Ordinal), Unfolded(Page(true).Of(health, isBrief: false)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_is_started_as_the_one_that_it_is()
    {
        var own = Healths.Stopped with { Start = "edge-gateway run --config /srv/site/gateway.yaml" };
        foreach (var words in new[] { HealthWords.English, HealthWords.Chinese })
        {
            Assert.Contains("systemctl start edge-gateway", Line(words, Healths.Stopped), StringComparison.Ordinal);
            Assert.Contains("journalctl", Line(words, Healths.Stopped), StringComparison.Ordinal);
            Assert.EndsWith("edge-gateway run --config /srv/site/gateway.yaml", Line(words, own), StringComparison.Ordinal);
        }

        static string Line(HealthWords words, StoppedHealth health) => words.Figures(health).First().Text;
    }

    private static void Has(StoppedHealth health, string english, string chinese)
    {
        Assert.StartsWith(english, Page(false).Of(health, isBrief: false), StringComparison.Ordinal);
        Assert.StartsWith(chinese, Page(true).Of(health, isBrief: false), StringComparison.Ordinal);
        Assert.All(Lines(Page(false).Of(health, isBrief: false)), line => Assert.True(TextWidth.Of(line) <= 80, line));
    }

    private static HealthWords Words(bool isChinese) => isChinese ? HealthWords.Chinese : HealthWords.English;

    private static StatusPage Page(bool isChinese) => new(Words(isChinese), isColoured: false);

    private static string[] Lines(string page) => page.TrimEnd('\n').Split('\n');

    private static string Unfolded(string page) => string.Join(' ', page.Split('\n').Select(l => l.Trim()));
}
