using System.Net;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

public sealed class BadInputTests
{
    private static async Task<JsonElement> ProblemAsync(RunningSite site, string path, HttpStatusCode status)
    {
        using var answer = await site.Client.GetAsync("/api/v1/" + path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    [Theory]
    [InlineData("readings?channle=c0", "channel, from, to")]
    [InlineData("channels?x=1", "no parameters")]
    [InlineData("readings?channel=c0&channel=c1", "channel must be said once")]
    [InlineData("readings?channel=", "channel is empty")]
    [InlineData("readings?from=yesterday", "from must be a time")]
    [InlineData("readings?from=2026-11-20T08:00:00", "offset from UTC")]
    [InlineData("readings?from=-1", "from must be a time")]
    [InlineData("readings?from=1e308", "from must be a time")]
    [InlineData("readings?from=NaN", "from must be a time")]
    [InlineData("readings?to=99999999999999", "to must be a time")]
    [InlineData("readings?from=20&to=10", "from must not be later than to")]
    [InlineData("readings?quality=excellent", "good, uncertain or bad")]
    [InlineData("readings?limit=0", "from 1 to 2000")]
    [InlineData("readings?limit=2001", "from 1 to 2000")]
    [InlineData("readings?limit=99999999999999999999", "from 1 to 2000")]
    [InlineData("readings?cursor=-1", "cursor must be a whole number")]
    [InlineData("readings?cursor=18446744073709551616", "cursor must be a whole number")]
    [InlineData("events?quality=good", "only the parameters channel, kind, from, to, limit, cursor")]
    [InlineData("trend", "channel is needed")]
    [InlineData("trend?channel=c0&points=0", "from 1 to 2000")]
    [InlineData("trend?channel=c0&from=0&to=604801", "a week apart")]
    [InlineData("evidence", "channel is needed")]
    [InlineData("evidence?index=1&channel=c0", "index says it all")]
    [InlineData("evidence?channel=c0&from=1", "both from and to")]
    [InlineData("evidence?channel=c0&from=1&to=2&at=1", "both from and to")]
    [InlineData("evidence?channel=c0&slim=1", "true or false")]
    [InlineData("evidence?channel=c0&complete=true", "say both from and to")]
    [InlineData("evidence?channel=c0&at=1&complete=true", "say both from and to")]
    [InlineData("events?kind=reading", "kind must be one of gap, boot")]
    [InlineData("events?kind=Gap", "kind must be one of gap, boot")]
    [InlineData("qr?channel=c0&part=17", "from 1 to 16")]
    [InlineData("qr?channel=c0&part=2", "told in 1 part")]
    public async Task A_parameter_that_cannot_be_is_refused_in_words_and_the_log_is_not_looked_at(string path, string words)
    {
        await using var site = await RunningSite.StartAsync();

        var problem = await ProblemAsync(site, path, HttpStatusCode.BadRequest);

        Assert.Equal("bad-parameter", problem.GetProperty("type").GetString());
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(site.Past.Asked);
    }

    [Theory]
    [InlineData("readings?from=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("readings?channel=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("readings?%3Cscript%3E=alert(1)")]
    public async Task What_was_sent_is_not_repeated(string path)
    {
        await using var site = await RunningSite.StartAsync();

        using var answer = await site.Client.GetAsync("/api/v1/" + path);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain("script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_longer_than_any_can_be_is_refused_before_it_is_read()
    {
        await using var site = await RunningSite.StartAsync();

        Assert.Contains("at most 128", (await ProblemAsync(site, $"readings?channel={new string('c', 6000)}", HttpStatusCode.BadRequest)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Refusal.NotFound, HttpStatusCode.NotFound, "not-found")]
    [InlineData(Refusal.NotAnchored, HttpStatusCode.Conflict, "not-anchored")]
    [InlineData(Refusal.Gone, HttpStatusCode.Gone, "gone")]
    [InlineData(Refusal.TooMuch, HttpStatusCode.UnprocessableEntity, "too-much")]
    [InlineData(Refusal.Unreadable, HttpStatusCode.ServiceUnavailable, "log-unreadable")]
    public async Task What_the_gateway_refuses_is_told_with_its_reason(Refusal why, HttpStatusCode status, string type)
    {
        await using var site = await RunningSite.StartAsync();
        site.Past.Before = _ => throw new RefusedException(why, "for this reason", TimeSpan.FromSeconds(11));

        var problem = await ProblemAsync(site, "evidence?channel=c0", status);

        Assert.Equal((type, "for this reason"), (problem.GetProperty("type").GetString(), problem.GetProperty("detail").GetString()));
        using var again = await site.Client.GetAsync("/api/v1/evidence?index=1");
        Assert.Equal(TimeSpan.FromSeconds(11), again.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_mistake_in_the_gateway_leaks_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        site.Past.Before = _ => throw new InvalidOperationException("secret /var/lib/edge");

        var problem = await ProblemAsync(site, "readings", HttpStatusCode.InternalServerError);

        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_ask_one_looks_at_a_time_and_the_rest_is_sent_away()
    {
        await using var site = await RunningSite.StartAsync();
        using var open = new ManualResetEventSlim();
        var (inside, most) = (0, 0);
        site.Past.Before = cancel =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            open.Wait(TimeSpan.FromSeconds(20), cancel);
            Interlocked.Decrement(ref inside);
        };

        var first = site.Client.GetAsync("/api/v1/readings");
        await Eventually.True(() => Volatile.Read(ref inside) == 1);
        Task<HttpResponseMessage>[] asked = [first, .. Enumerable.Range(0, 39).Select(_ => site.Client.GetAsync("/api/v1/readings"))];
        await Eventually.True(() => asked.Count(a => a.IsCompleted) >= 23);
        open.Set();
        var statuses = (await Task.WhenAll(asked)).Select(a => a.StatusCode).CountBy(s => s).ToDictionary();

        Assert.Equal(1, most);
        Assert.Equal(17, statuses[HttpStatusCode.OK]);
        Assert.Equal(23, statuses[HttpStatusCode.ServiceUnavailable]);
    }

    [Theory]
    [InlineData("from=2026-11-20T08:00:00%2B08:00", 1_795_132_800)]
    [InlineData("from=2026-11-20T08:00:00+08:00", 1_795_132_800)]
    [InlineData("from=2026-11-20T00:00:00.250Z", 1_795_132_800.25)]
    [InlineData("from=2026-11-20T00:00Z", 1_795_132_800)]
    [InlineData("from=1795132800.5", 1_795_132_800.5)]
    public async Task Times_are_taken_as_RFC_3339_or_seconds(string query, double since)
    {
        await using var site = await RunningSite.StartAsync();

        using var answer = await site.Client.GetAsync($"/api/v1/readings?channel=c1&quality=bad&limit=9&cursor=8&{query}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new LogQuery("c1", new Period(since, double.PositiveInfinity), Quality.Bad, 9, 8), Assert.Single(site.Past.Asked));
    }
}
