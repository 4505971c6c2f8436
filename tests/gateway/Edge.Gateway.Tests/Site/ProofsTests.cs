using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Edge.Gateway.Configuration;
using Edge.Gateway.Site;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Codes;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Gateway.Tests.Site;

public sealed class ProofsTests
{
    private static Verdict Verify(PastSite site, byte[] file)
    {
        var verdict = new EvidenceVerifier(site.Policy).Verify(file);
        Assert.NotEqual(Outcome.Invalid, verdict.Outcome);
        return verdict;
    }

    [Fact]
    public async Task The_newest_reading_of_a_channel_leads_to_its_evidence_by_its_time_as_it_was_shown()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var shown = (await site.JsonAsync("readings?channel=ph&limit=3")).GetProperty("items")[2];

        using var answer = await site.Client.GetAsync($"evidence?channel=ph&at={shown.GetProperty("at").GetString()}");

        var file = await answer.Content.ReadAsByteArrayAsync();
        var proved = Assert.Single(Verify(site, file).Readings);
        Assert.Equal(shown.GetProperty("value").GetDouble(), proved.Reading.Value);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"attachment; filename=\"ph-{shown.GetProperty("index")}.edge\"", answer.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task What_is_complete_has_every_entry_of_the_log_between_its_first_and_its_last()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var since = site.Now;
        site.Measure();
        var until = site.Now;
        site.Measure();
        var period = string.Create(CultureInfo.InvariantCulture, $"evidence?channel=ph&from={since:F3}&to={until:F3}");

        var some = Verify(site, await site.Client.GetByteArrayAsync(period));
        var whole = Verify(site, await site.Client.GetByteArrayAsync($"{period}&complete=true"));

        Assert.Equal(some.Readings.Where(r => r.Reading.Channel == "ph").Select(r => r.Index), whole.Readings.Where(r => r.Reading.Channel == "ph").Select(r => r.Index));
        Assert.Contains(whole.Readings, r => r.Reading.Channel == "flow");
        var indices = whole.Entries.Select(e => e.Index).ToList();
        Assert.DoesNotContain(Enumerable.Range((int)whole.Readings[0].Index, (int)(whole.Readings[^1].Index - whole.Readings[0].Index)), i => !indices.Contains((ulong)i));
        Assert.Contains(Enumerable.Range((int)some.Readings[0].Index, (int)(some.Readings[^1].Index - some.Readings[0].Index)), i => some.Entries.All(e => e.Index != (ulong)i));
    }

    [Fact]
    public async Task What_is_complete_waits_until_all_of_its_time_is_anchored()
    {
        await using var site = await PastSite.StartAsync();
        var since = site.Now;
        site.Measure();
        site.Measure(anchor: false);
        var period = string.Create(CultureInfo.InvariantCulture, $"evidence?channel=ph&from={since:F3}&to={site.Now:F3}&complete=true");

        using var early = await site.Client.GetAsync(period);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        site.City.Anchor(site.Rig);

        Assert.Equal(12, Verify(site, await site.Client.GetByteArrayAsync(period)).Readings.Count(r => r.Reading.Channel == "ph"));
    }

    [Fact]
    public async Task Evidence_is_given_of_an_entry_of_any_kind_of_the_newest_and_of_a_time()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var since = site.Now - 17;
        site.Measure();

        Assert.IsType<BootEntry>(Assert.Single(Verify(site, await site.Client.GetByteArrayAsync("evidence?index=0")).Entries).Entry);
        Assert.Equal(7.5, Assert.Single(Verify(site, await site.Client.GetByteArrayAsync("evidence?channel=ph")).Readings).Reading.Value);
        var period = string.Create(CultureInfo.InvariantCulture, $"from={since:F3}&to={site.Now:F3}");
        Assert.Equal(12, Verify(site, await site.Client.GetByteArrayAsync($"evidence?channel=ph&{period}&slim=true")).Readings.Count);
    }

    [Fact]
    public async Task What_the_city_does_not_hold_yet_is_a_conflict_that_says_how_long_it_usually_takes()
    {
        await using var site = await PastSite.StartAsync();
        var first = await site.ProblemAsync("evidence?channel=ph");
        Assert.Equal((HttpStatusCode.Conflict, "not-anchored"), (first.Status, first.Type));
        Assert.Contains("nothing is anchored yet. While the city can be reached it usually takes less than", first.Detail, StringComparison.Ordinal);
        site.Measure();
        site.Measure(anchor: false);
        var newest = (await site.JsonAsync("readings?channel=ph&limit=1")).GetProperty("items")[0];

        var (status, type, detail) = await site.ProblemAsync($"evidence?channel=ph&at={newest.GetProperty("at").GetString()}");

        Assert.Equal((HttpStatusCode.Conflict, "not-anchored"), (status, type));
        Assert.Contains("it usually takes less than", detail, StringComparison.Ordinal);
        using var again = await site.Client.GetAsync($"evidence?index={newest.GetProperty("index")}");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.NotNull(again.Headers.RetryAfter?.Delta);
        site.City.Anchor(site.Rig);
        Verify(site, await site.Client.GetByteArrayAsync($"evidence?index={newest.GetProperty("index")}"));
    }

    [Fact]
    public async Task Who_is_content_with_what_is_proved_is_given_the_last_of_it_at_once_and_told_when_it_was_measured()
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        site.Measure(anchor: false);
        var items = (await site.JsonAsync("readings?channel=ph&limit=9")).GetProperty("items");
        var (shown, older, proved) = (At(items[0]), At(items[8]), At(items[6]));

        Assert.Equal((proved, proved, older), (await GivenAsync($"evidence?channel=ph&proved=true&at={shown}"), await GivenAsync($"qr?channel=ph&proved=true&at={shown}"), await GivenAsync($"evidence?channel=ph&proved=true&at={older}")));
        Assert.Equal(HttpStatusCode.Conflict, (await site.ProblemAsync($"evidence?channel=ph&at={shown}")).Status);
        site.City.Anchor(site.Rig);
        Assert.Equal(shown, await GivenAsync($"evidence?channel=ph&proved=true&at={shown}"));

        static string At(JsonElement item) => item.GetProperty("at").GetString()!;

        async Task<string> GivenAsync(string path)
        {
            using var answer = await site.Client.GetAsync(path);
            return Assert.Single(answer.EnsureSuccessStatusCode().Headers.GetValues("Edge-Measured"));
        }
    }

    [Theory]
    [InlineData("from={0}&to={1}")]
    [InlineData("from={0}&to={1}&complete=true")]
    [InlineData("at={1}")]
    public async Task A_time_of_which_nothing_was_recorded_is_not_called_gone(string asked)
    {
        await using var site = await PastSite.StartAsync();
        site.Measure();
        var (from, to) = (site.Now - 7200, site.Now - 3600);

        var (status, type, _) = await site.ProblemAsync(string.Format(CultureInfo.InvariantCulture, $"evidence?channel=ph&{asked}", from.ToString("F3", CultureInfo.InvariantCulture), to.ToString("F3", CultureInfo.InvariantCulture)));

        Assert.Equal((HttpStatusCode.NotFound, "nothing-there"), (status, type));
    }

    [Fact]
    public async Task What_was_evicted_is_gone_and_what_never_was_is_not_found()
    {
        await using var site = await PastSite.StartAsync();
        site.Rig.PutAndTick(600);
        site.City.Anchor(site.Rig);
        site.Rig.Log.Evict(300);

        Assert.Equal((HttpStatusCode.Gone, "gone"), (await site.ProblemAsync("evidence?index=100")) is var (s, t, _) ? (s, t) : default);
        Assert.Equal(HttpStatusCode.Gone, (await site.ProblemAsync("evidence?channel=flow&at=1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.ProblemAsync("evidence?index=99999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.ProblemAsync("evidence?channel=nobody")).Status);
    }

    [Fact]
    public async Task The_qr_code_of_a_reading_holds_its_whole_slim_evidence()
    {
        await using var site = await PastSite.StartAsync();
        site.Rig.Beacons.Newest = site.City.Block(site.Now - 1);
        site.Measure();
        var slim = await site.Client.GetByteArrayAsync("evidence?channel=ph&slim=true");

        using var answer = await site.Client.GetAsync("qr?channel=ph");

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1", Assert.Single(answer.Headers.GetValues("Edge-Parts")));
        Assert.Equal(slim, EvidenceCode.Read(EvidenceCode.Of(slim, 1)).File);
        var size = int.Parse(Regex.Match(await answer.Content.ReadAsStringAsync(), "viewBox=\"0 0 ([0-9]+) ").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(size, 21 + 8, 177 + 8);
    }

    [Fact]
    public async Task Evidence_of_a_time_without_omissions_has_its_most()
    {
        await using var site = await PastSite.StartAsync(new WriterRig(new SealSettings { Entries = 1000 }));
        var since = site.Now;
        for (var i = 0; i < GatewayEvidence.MostWhole / 2; i++)
        {
            site.Rig.Put(WriterRig.Ph, 7);
            site.Rig.Put(WriterRig.Flow, 1);
            if (i % 100 == 99)
                site.Rig.Pass(TimeSpan.FromSeconds(1));
        }

        site.Measure();

        var (status, type, detail) = await site.ProblemAsync(string.Create(CultureInfo.InvariantCulture, $"evidence?channel=ph&from={since:F3}&to={site.Now:F3}&complete=true"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "too-much"), (status, type));
        Assert.Contains("at most 20000 entries", detail, StringComparison.Ordinal);
    }
}
