using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Store.Segments;

namespace Edge.Gateway.Tests.Site;

public sealed class ReadingsTests
{
    private static string Seconds(double time) => time.ToString("F3", CultureInfo.InvariantCulture);

    private static ulong[] Indices(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("index").GetUInt64())];

    [Fact]
    public async Task A_channel_and_a_time_give_its_readings_of_that_time_the_newest_first_sealed_or_not()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var since = site.Now;
        site.Measure(anchor: false);
        site.Rig.Put(WriterRig.Ph, 7.77);
        site.Rig.Pass(site.Rig.Configuration.Store.CommitAge);

        var page = await site.JsonAsync($"readings?channel=ph&from={Seconds(since)}");

        var expected = site.Rig.Entries().Index().Where(e => e.Item is ReadingEntry { Channel: "ph", Wall: { } w } && w.Seconds >= since).Select(e => (ulong)e.Index).Reverse();
        Assert.Equal(expected, Indices(page));
        var newest = page.GetProperty("items")[0];
        Assert.Equal(7.77, newest.GetProperty("value").GetDouble());
        Assert.Equal(("reading", "good", "None", 7770), (newest.GetProperty("kind").GetString(), newest.GetProperty("quality").GetString(), newest.GetProperty("reason").GetString(), newest.GetProperty("raw").GetInt32()));
        Assert.True(page.GetProperty("log").GetProperty("sealed").GetUInt64() <= newest.GetProperty("index").GetUInt64());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_reading_twice_or_missing()
    {
        await using var site = await PastSite.StartAsync();
        for (var i = 0; i < 3; i++)
            site.Measure();
        var whole = Indices(await site.JsonAsync("readings"));

        var found = new List<ulong>();
        for (var path = "readings?limit=7"; ;)
        {
            var page = await site.JsonAsync(path);
            Assert.InRange(Indices(page).Length, 1, 7);
            found.AddRange(Indices(page));
            if (page.GetProperty("next").ValueKind == JsonValueKind.Null)
                break;
            path = $"readings?limit=7&cursor={page.GetProperty("next")}";
        }

        Assert.Equal(36, whole.Length);
        Assert.Equal(whole, found);
    }

    [Fact]
    public async Task A_page_that_has_a_next_one_links_to_it()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();

        using var answer = await site.Client.GetAsync("readings?channel=ph&limit=2");

        var link = Assert.Single(answer.Headers.GetValues("Link"));
        Assert.Matches("^</api/v1/readings\\?channel=ph&limit=2&cursor=[0-9]+>; rel=\"next\"$", link);
        Assert.Equal(2, Indices(await site.JsonAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)])).Length);
    }

    [Fact]
    public async Task Of_a_time_in_which_the_gateway_was_off_the_gap_is_an_item_of_its_own()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var off = site.Now;
        site.Rig.Pass(TimeSpan.FromMinutes(5));
        site.Rig.StopAndStart();
        site.Measure();
        site.Rig.Pass(TimeSpan.FromMinutes(5));
        site.Measure();

        var page = await site.JsonAsync($"readings?channel=flow&from={Seconds(off - 18)}&to={Seconds(off + 60)}");

        var gap = page.GetProperty("items")[0];
        Assert.Equal(("gap", "Stopped"), (gap.GetProperty("kind").GetString(), gap.GetProperty("why").GetString()));
        Assert.All(page.GetProperty("items").EnumerateArray().Skip(1), r => Assert.Equal("reading", r.GetProperty("kind").GetString()));
        Assert.InRange(Indices(page).Length, 5, 8);
    }

    [Fact]
    public async Task Quality_picks_readings_by_it_and_leaves_gaps_out()
    {
        await using var site = await PastSite.StartAsync(new WriterRig(rules: new RuleSettings { Lowest = 0, Highest = 3 }));
        site.Measure();
        site.Rig.StopAndStart();

        var doubted = await site.JsonAsync("readings?quality=uncertain");

        Assert.All(doubted.GetProperty("items").EnumerateArray(), r => Assert.Equal(("uncertain", "OutOfRange"), (r.GetProperty("quality").GetString(), r.GetProperty("reason").GetString())));
        Assert.Equal([5, 4], doubted.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("value").GetDouble()));
    }

    [Fact]
    public async Task SenML_has_what_is_good_in_the_order_of_time_under_the_name_of_the_log()
    {
        await using var site = await PastSite.StartAsync(new WriterRig(rules: new RuleSettings { Lowest = 0, Highest = 3 }));
        site.Measure();
        site.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/senml+json"));

        using var answer = await site.Client.GetAsync("readings?channel=flow");

        Assert.Equal("application/senml+json", answer.Content.Headers.ContentType?.MediaType);
        using var pack = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var records = pack.RootElement.EnumerateArray().ToArray();
        Assert.Equal("city.example/gw-1/", records[0].GetProperty("bn").GetString());
        Assert.Equal([0, 1, 2, 3], records.Select(r => r.GetProperty("v").GetDouble()));
        Assert.All(records, r => Assert.Equal(("flow", "L/min"), (r.GetProperty("n").GetString(), r.GetProperty("u").GetString())));
        var times = records.Select(r => r.GetProperty("t").GetDouble()).ToArray();
        Assert.Equal(times.Order(), times);
        Assert.Equal(3, times[^1] - times[0], 0.1);
    }

    [Fact]
    public async Task A_time_long_past_is_found_without_reading_what_came_after()
    {
        await using var site = await PastSite.StartAsync(new WriterRig(new SealSettings { Entries = 5 }, parts: new SegmentOptions()));
        site.Measure();
        var until = site.Now - 9;
        for (var i = 0; i < 60; i++)
            site.Measure(anchor: false);
        using var counted = new Evidence.CountingReader(Edge.Store.Log.LogFolder.OpenReader(site.Rig.Configuration.Store.Folder));
        using var log = new Edge.Gateway.Site.SiteLog(() => counted);
        var history = new Edge.Gateway.Site.GatewayHistory(log, site.Rig.Configuration, TimeProvider.System);

        var page = history.Readings(new LogQuery("ph", new Period(until - 12, until), null, 200, null), CancellationToken.None);

        Assert.Equal(6, page.Entries.Count(e => e.Entry is ReadingEntry));
        Assert.Null(page.Next);
        Assert.InRange(counted.Bundles, 10, 60);
    }

    [Fact]
    public async Task What_was_evicted_is_said_to_be()
    {
        await using var site = await PastSite.StartAsync();
        site.Rig.PutAndTick(600);
        site.City.Anchor(site.Rig);
        site.Rig.Log.Evict(300);

        var page = await site.JsonAsync("readings?from=0&limit=2000");

        Assert.Equal(page.GetProperty("log").GetProperty("oldest").GetUInt64(), page.GetProperty("evictedBelow").GetUInt64());
        Assert.True(page.GetProperty("evictedBelow").GetUInt64() > 0);
    }

    [Fact]
    public async Task So_it_does_in_the_middle_of_a_long_batch()
    {
        await using var site = await PastSite.StartAsync(new WriterRig(new SealSettings { Entries = 100_000 }));
        for (var i = 0; i < 3; i++)
            site.Rig.PutAndTick(3000);
        site.Rig.Pass(site.Rig.Configuration.Store.CommitAge);
        using var log = new Edge.Gateway.Site.SiteLog(() => Edge.Store.Log.LogFolder.OpenReader(site.Rig.Configuration.Store.Folder));
        var history = new Edge.Gateway.Site.GatewayHistory(log, site.Rig.Configuration, new HurryingTime());

        var page = history.Readings(new LogQuery("ph", Period.Any, null, 200, null), CancellationToken.None);

        Assert.Empty(page.Entries);
        Assert.Equal(site.Rig.Log.Size - 4096, page.Next);
    }

    [Fact]
    public async Task An_answer_ends_when_its_time_is_over_and_says_where_it_goes_on()
    {
        await using var site = await PastSite.StartAsync();
        for (var i = 0; i < 4; i++)
            site.Measure();
        using var log = new Edge.Gateway.Site.SiteLog(() => Edge.Store.Log.LogFolder.OpenReader(site.Rig.Configuration.Store.Folder));
        var history = new Edge.Gateway.Site.GatewayHistory(log, site.Rig.Configuration, new HurryingTime());

        var (found, asked) = (new List<ulong>(), 0);
        for (ulong? below = null; asked == 0 || below is not null; asked++)
        {
            var page = history.Readings(new LogQuery("ph", Period.Any, null, 200, below), CancellationToken.None);
            Assert.True(below is null || page.Next is null || page.Next < below);
            found.AddRange(page.Entries.Select(e => e.Index));
            below = page.Next;
        }

        Assert.InRange(asked, 5, 60);
        Assert.Equal(site.Rig.Entries().Index().Where(e => e.Item is ReadingEntry { Channel: "ph" }).Select(e => (ulong)e.Index).Reverse(), found);
    }

    /// <summary>Each look at it is a second after the one before.</summary>
    private sealed class HurryingTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
