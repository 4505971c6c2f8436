using System.Globalization;
using System.Text.Json;
using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Site;

public sealed class EventsAndTrendTests
{
    private static string Seconds(double time) => time.ToString("F3", CultureInfo.InvariantCulture);

    private static string[] Kinds(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("kind").GetString()!)];

    [Fact]
    public async Task Events_are_all_that_happened_without_readings_seals_and_what_each_start_repeats()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        site.Rig.Put(WriterRig.Ph, 9);
        site.Rig.Pass(TimeSpan.FromSeconds(1));
        site.Rig.StopAndStart();

        var page = await site.JsonAsync("events");

        Assert.Equal(["gap", "boot", "alarm", "boot"], Kinds(page));
        var alarm = page.GetProperty("items")[2];
        Assert.Equal("ph", alarm.GetProperty("subject").GetString());
        Assert.Contains("9.00 pH is above the limit 8.5 pH", alarm.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_a_time_and_of_a_channel_are_those_alone_and_come_in_pages()
    {
        await using var site = await PastSite.StartAsync();
        var since = site.Now + 1;
        for (var i = 0; i < 4; i++)
        {
            site.Rig.Put(WriterRig.Ph, 9 + i);
            site.Rig.Pass(TimeSpan.FromSeconds(20));
            site.Rig.Put(WriterRig.Ph, 7);
            site.Rig.Pass(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(Enumerable.Repeat("alarm", 7), Kinds(await site.JsonAsync($"events?channel=ph&from={Seconds(since)}")));
        Assert.Empty(Kinds(await site.JsonAsync("events?channel=flow")));
        var first = await site.JsonAsync("events?channel=ph&limit=5");
        Assert.Equal(3, Kinds(await site.JsonAsync($"events?channel=ph&limit=5&cursor={first.GetProperty("next")}")).Length);
        Assert.Empty(Kinds(await site.JsonAsync($"events?channel=ph&to={Seconds(since - 10)}")));
    }

    [Fact]
    public async Task Events_of_a_kind_are_those_alone()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        site.Rig.Put(WriterRig.Ph, 9);
        site.Rig.Pass(TimeSpan.FromSeconds(1));
        site.Rig.StopAndStart();

        Assert.Equal(["alarm"], Kinds(await site.JsonAsync("events?kind=alarm")));
        var gap = Assert.Single((await site.JsonAsync("events?kind=gap&channel=ph")).GetProperty("items").EnumerateArray());
        Assert.Equal(("the gateway was stopped", "网关被停止"), (gap.GetProperty("text").GetString(), gap.GetProperty("textZh").GetString()));
        Assert.Empty(Kinds(await site.JsonAsync("events?kind=tamper")));
    }

    [Fact]
    public async Task A_trend_sums_up_what_was_read_step_by_step_and_leaves_empty_what_was_not()
    {
        await using var site = await PastSite.StartAsync(new WriterRig(rules: new RuleSettings { Lowest = 0, Highest = 3 }));
        site.Measure();
        site.Rig.Pass(TimeSpan.FromMinutes(10));
        site.Measure();

        var trend = await site.JsonAsync($"trend?channel=flow&from={Seconds(site.Now - 1200)}&to={Seconds(site.Now)}&points=20");

        Assert.True(trend.GetProperty("complete").GetBoolean());
        Assert.Equal(60, trend.GetProperty("step").GetInt32());
        Assert.Equal(0, trend.GetProperty("from").GetInt64() % 60);
        AssertSteps(site, trend, site.Now - 1200);
        Assert.Contains(trend.GetProperty("buckets").EnumerateArray().Skip(8), b => b.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_trend_of_a_short_time_has_steps_of_seconds()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        site.Measure();

        var trend = await site.JsonAsync($"trend?channel=flow&from={Seconds(site.Now - 60)}&to={Seconds(site.Now)}");

        Assert.Equal(10, trend.GetProperty("step").GetInt32());
        AssertSteps(site, trend, site.Now - 60);
    }

    [Fact]
    public async Task A_trend_counts_each_gap_once_in_the_step_in_which_it_begins_however_short_it_is()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var began = site.Now;
        site.Rig.StopAndStart();
        site.Rig.Pass(TimeSpan.FromMinutes(7));
        site.Measure();

        foreach (var points in new[] { 5, 288 })
        {
            var trend = await site.JsonAsync($"trend?channel=flow&from={Seconds(site.Now - 1200)}&to={Seconds(site.Now)}&points={points}");
            var (from, step) = (trend.GetProperty("from").GetInt64(), trend.GetProperty("step").GetInt32());
            var gaps = trend.GetProperty("gaps").EnumerateArray().Select(g => (Step: g[0].GetInt32(), Count: g[1].GetInt32())).ToList();
            Assert.Equal(site.Rig.Entries().OfType<GapEntry>().Select(g => (int)((g.From!.Value.Seconds - from) / step)).GroupBy(s => s).Select(s => (s.Key, s.Count())).Order(), gaps);
            Assert.Contains(gaps, g => g.Step == (int)((began - from) / step));
        }

        Assert.Empty((await site.JsonAsync($"trend?channel=flow&from={Seconds(site.Now - 60)}&to={Seconds(site.Now)}")).GetProperty("gaps").EnumerateArray());
    }

    [Fact]
    public async Task A_gap_over_the_end_of_a_day_is_one()
    {
        const double Day = 86_400;
        await using var site = await PastSite.StartAsync(new WriterRig(queueCapacity: 4));
        site.Rig.Pass(TimeSpan.FromSeconds(Day - (site.Now % Day) - 60));
        site.Rig.PutAndTick(1);
        var began = site.Now;
        Assert.Empty(await GapsAsync());
        for (var i = 0; i < 8; i++)
        {
            site.Rig.Put(WriterRig.Flow, i);
            site.Rig.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        site.Rig.Pass(TimeSpan.FromSeconds(1));
        site.Measure();

        var gap = Assert.Single(await GapsAsync());
        Assert.Equal(site.Rig.Entries().OfType<GapEntry>().Count(), gap[1].GetInt32());

        async Task<List<JsonElement>> GapsAsync() => [.. (await site.JsonAsync($"trend?channel=flow&from={Seconds(began - 4 * 3600)}&to={Seconds(began + 4 * 3600)}&points=2")).GetProperty("gaps").EnumerateArray()];
    }

    [Fact]
    public async Task A_trend_asked_for_again_has_what_came_since_and_nothing_twice()
    {
        await using var site = await PastSite.StartAsync();
        var since = site.Now;
        for (var i = 0; i < 3; i++)
        {
            site.Measure();
            if (i == 1)
                site.Rig.StopAndStart();
            AssertSteps(site, await site.JsonAsync($"trend?channel=flow&from={Seconds(since)}&to={Seconds(site.Now)}"), since);
        }
    }

    [Fact]
    public async Task A_week_of_many_points_has_steps_of_equal_length_over_the_ends_of_days()
    {
        await using var site = await PastSite.StartAsync();
        var since = site.Now;
        for (var i = 0; i < 8; i++)
        {
            site.Measure();
            site.Rig.Pass(TimeSpan.FromHours(20));
        }

        var trend = await site.JsonAsync($"trend?channel=flow&from={Seconds(since)}&to={Seconds(site.Now)}&points=100");

        Assert.Equal(0, trend.GetProperty("step").GetInt32() % 60);
        Assert.InRange(trend.GetProperty("buckets").GetArrayLength(), 90, 102);
        AssertSteps(site, trend, since);
    }

    /// <summary>Against the entries themselves.</summary>
    private static void AssertSteps(PastSite site, JsonElement trend, double since)
    {
        var (from, step) = (trend.GetProperty("from").GetInt64(), trend.GetProperty("step").GetInt32());
        Assert.True(from <= since);
        var readings = site.Rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "flow" && r.Wall!.Value.Seconds >= from).ToLookup(r => (int)((r.Wall!.Value.Seconds - from) / step));
        Assert.NotEmpty(readings);
        foreach (var (i, bucket) in trend.GetProperty("buckets").EnumerateArray().Index())
        {
            var expected = readings[i].ToArray();
            Assert.Equal(expected.Length == 0, bucket.ValueKind == JsonValueKind.Null);
            if (expected.Length == 0)
                continue;
            var values = expected.Select(r => r.Value!.Value).ToArray();
            double[] figures = [values.Min(), values.Max(), values.Average(), values[^1], expected.Count(r => r.Quality == Quality.Good), expected.Count(r => r.Quality == Quality.Uncertain), 0];
            Assert.Equal(figures, bucket.EnumerateArray().Select(f => Math.Round(f.GetDouble(), 9)).ToArray());
        }
    }
}
