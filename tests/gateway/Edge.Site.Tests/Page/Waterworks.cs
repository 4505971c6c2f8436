using System.Globalization;
using System.Text.Json.Nodes;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Tests.Serving;

namespace Edge.Site.Tests.Page;

/// <summary>A small waterworks in front of the page: three channels, a day with a gap, doubted and bad readings, and a status that a test sets.</summary>
internal static class Waterworks
{
    /// <summary>Steps of the day, five minutes each; where the gap is, what is doubted, what is bad, in which are two gaps of seconds.</summary>
    public const int Steps = 288, GapFrom = 120, GapTo = 143, DoubtFrom = 200, DoubtTo = 211, BadFrom = 60, BadTo = 65, ShortGaps = 250;

    private const int Step = 300;

    public static IReadOnlyList<LiveChannel> Channels { get; } =
    [
        new("main.pressure", "bar", "pipeline", TimeSpan.FromSeconds(0.1), 3) { Limits = new ChannelLimits(AlarmLow: 2, AlarmHigh: 3.9) },
        new("tap.ph", "pH", "water", TimeSpan.FromSeconds(1), 2) { Limits = new ChannelLimits(AlarmHigh: 9.5) },
        new("tap.temperature", "Cel", "water", TimeSpan.FromSeconds(1), 1),
        new("cabinet.door", "1", "pipeline", TimeSpan.FromSeconds(1), 0),
    ];

    public static async Task<RunningSite> StartAsync()
    {
        var site = await RunningSite.StartAsync(Channels);
        site.Past.Day = Day;
        Measure(site, 1);
        site.Well();
        return site;
    }

    /// <summary>A good reading of each channel but one that is doubted, now.</summary>
    public static void Measure(RunningSite site, ulong round, double pressure = 3.412)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        site.Measure(0, new LiveReading(round, pressure, Quality.Good, Reason.None, now));
        site.Measure(1, new LiveReading(round, 7.2099, Quality.Uncertain, Reason.FlatLine, now));
        site.Measure(2, new LiveReading(round, null, Quality.Bad, Reason.NoAnswer, now));
        site.Measure(3, new LiveReading(round, 1, Quality.Good, Reason.None, now));
    }

    /// <summary>Nothing needs anybody.</summary>
    public static void Well(this RunningSite site, Action<JsonObject>? change = null) => site.Say(Status(change), Said("proving", "在存证", "nothing needs you", "无需您处理"));

    public static void Offline(this RunningSite site) => site.Say(
        Status(s => (s["proving"], s["connected"], s["buffered"], s["anchored"], s["link_seconds"], s["room_days"]) = ("offline", false, 1204, 8796, 184, 20)),
        Said("offline 3 min, room for 20 days", "离线 3 分钟，空间够用 20 天", "nothing needs you", "无需您处理"));

    public static void Alarm(this RunningSite site) => site.Say(
        Status(s => (s["needs"], s["alarms"], s["alarms_open"]) = (new JsonArray("alarms_open"), new JsonObject { ["main.pressure"] = "4.1 bar is above the limit 3.9 bar" }, Open(null))),
        Said("proving", "在存证", "needs you: alarms", "需要您处理：告警",
            ("alarms_open", "Alarms that are open:", "未解除的告警：", "main.pressure: above the limit 3.9 bar, for 3 min; now 4.1 bar", "main.pressure：高于上限 3.9 bar，已持续 3 分钟；现为 4.1 bar")));

    /// <summary>The alarm is open still, and somebody has acknowledged it.</summary>
    public static void Acknowledged(this RunningSite site) => site.Say(
        Status(s => (s["needs"], s["alarms"], s["alarms_open"]) = (new JsonArray("alarms_open"), new JsonObject { ["main.pressure"] = "4.1 bar is above the limit 3.9 bar" }, Open("Chen (operator, site page)"))),
        Said("proving", "在存证", "needs you: alarms", "需要您处理：告警",
            ("alarms_open", "Alarms that are open:", "未解除的告警：", "main.pressure: above the limit 3.9 bar; acknowledged by Chen at 2026-11-28 23:14:02 UTC", "main.pressure：高于上限 3.9 bar；Chen 已于 2026-11-28 23:14:02 UTC 确认")));

    private static JsonObject Open(string? by)
    {
        var alarm = new JsonObject { ["since"] = "2026-11-28T23:12:00Z", ["seconds_ago"] = 184, ["limit"] = 3.9, ["is_above"] = true, ["ends_at"] = 3.8 };
        if (by is not null)
            (alarm["acknowledged_by"], alarm["acknowledged_at"]) = (by, "2026-11-28T23:14:02Z");
        return new JsonObject { ["main.pressure"] = alarm };
    }

    public static void Needy(this RunningSite site, Action<JsonObject> change) => site.Say(
        Status(change), Said("proving", "在存证", "needs you: damage, alarms", "需要您处理：损坏、告警",
            ("store_damaged", "The log was damaged. Replace the card.", "日志曾损坏，请更换存储卡。", "2026-11-28 08:00 UTC: 3 entries", "2026-11-28 08:00 UTC：3 条"),
            ("alarms_open", "Alarms that are open:", "未解除的告警：", "c0: 9 bar", "c0：9 bar")));

    private static string Status(Action<JsonObject>? change)
    {
        var status = new JsonObject
        {
            ["version"] = 1, ["gateway"] = "city.example/gw-1", ["time"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), ["measuring"] = "partly", ["proving"] = "yes", ["needs"] = new JsonArray(),
            ["at_risk"] = 3, ["commit_age_seconds"] = 1, ["size"] = 10_000, ["sealed"] = 9_990, ["anchored"] = 9_990, ["buffered"] = 10, ["lag_seconds"] = 0, ["connected"] = true, ["link_seconds"] = 7200, ["block"] = 417, ["quorum"] = 3,
            ["departments"] = new JsonObject { ["water"] = Accepted(9_990), ["health"] = Accepted(9_990), ["audit"] = Accepted(9_990), ["fire"] = Accepted(0) },
            ["channels"] = new JsonObject { ["tap.ph"] = new JsonObject { ["doubtful_seconds"] = 754 }, ["cabinet.door"] = new JsonObject { ["contact"] = "Door" } },
            ["devices"] = new JsonObject { ["i2c-1 0x48"] = new JsonObject { ["bus"] = "i2c-1", ["rounds"] = 71_233, ["missed_rounds"] = 2, ["absent"] = 14, ["jitter_p99_milliseconds"] = 1.234 } },
            ["buses"] = new JsonObject { ["i2c-1"] = new JsonObject { ["recoveries"] = 1 } },
        };
        change?.Invoke(status);
        return status.ToJsonString();
    }

    private static JsonObject Accepted(int size) => new() { ["size"] = size };

    private static string Said(string proving, string provingZh, string needing, string needingZh, params (string Need, string Advice, string AdviceZh, string Item, string ItemZh)[] needs) => new JsonObject
    {
        ["en"] = Said("Measuring 3 of 4 channels, 1 doubtful", proving, needing, "city.example/gw-1, running for 2 h", ("Log", "10,000 entries durable, 9,990 sealed, 9,990 anchored"), needs.Select(n => (n.Need, n.Advice, n.Item))),
        ["zh"] = Said("4 个测点中 3 个在测量，1 个可疑", provingZh, needingZh, "city.example/gw-1，已运行 2 小时", ("日志", "已落盘 10,000 条，已封存 9,990 条，已存证 9,990 条"), needs.Select(n => (n.Need, n.AdviceZh, n.ItemZh))),
    }.ToJsonString();

    private static JsonObject Said(string measuring, string proving, string needing, string head, (string, string) figure, IEnumerable<(string Need, string Advice, string Item)> needs) => new()
    {
        ["measuring"] = measuring, ["proving"] = proving, ["needing"] = needing, ["head"] = head,
        ["figures"] = new JsonArray(new JsonArray(figure.Item1, figure.Item2), new JsonArray(figure.Item1, figure.Item2)),
        ["needs"] = new JsonArray([.. needs.Select(n => new JsonObject { ["need"] = n.Need, ["advice"] = n.Advice, ["items"] = new JsonArray(n.Item) })]),
    };

    private static Trend Day(string channel)
    {
        var end = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / Step * Step + Step;
        return new Trend(end - (Steps * Step), Step, [.. Enumerable.Range(0, Steps).Select(i => StepAt(i, channel == "main.pressure" ? 3.4 : channel == "cabinet.door" ? 0.4 : 7.2))], true);
    }

    private static TrendStep StepAt(int i, double middle)
    {
        var mean = middle + (0.3 * Math.Sin(i / 20.0));
        return i switch
        {
            >= GapFrom and <= GapTo => default,
            >= BadFrom and <= BadTo => new TrendStep(0, 0, 300, 0, 0, 0, 0, 0),
            >= DoubtFrom and <= DoubtTo => new TrendStep(100, 200, 0, 300, mean - 0.1, mean + 0.1, mean, mean),
            ShortGaps => new TrendStep(280, 0, 0, 280, mean - 0.05, mean + 0.05, mean, mean) { Gaps = 2 },
            GapFrom - 1 => new TrendStep(280, 0, 0, 280, mean - 0.05, mean + 0.05, mean, mean) { Gaps = 1 },
            _ => new TrendStep(300, 0, 0, 300, mean - 0.05, mean + 0.05, mean, mean),
        };
    }
}
