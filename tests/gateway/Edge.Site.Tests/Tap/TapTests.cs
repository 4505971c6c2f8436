using System.Net;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Site.Access;
using Edge.Site.Ports;
using Edge.Site.Tap;
using Edge.Site.Tests.Page;
using Edge.Site.Tests.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Tap;

public sealed class TapTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_161_600);
    private static readonly string[] Public = ["/tap", "/api/v1/tap", "/api/v1/tap/evidence?channel=tap.ph", "/api/v1/tap/policy"];

    private static readonly IReadOnlyList<LiveChannel> Channels =
    [
        new("secret.flow", "L/min", "pipeline", TimeSpan.FromSeconds(1), 1),
        new("tap.ph", "pH", "water", TimeSpan.FromSeconds(1), 2) { Limits = new ChannelLimits(AlarmLow: 6.5, AlarmHigh: 8.5) },
    ];

    private static Task<RunningSite> StartAsync(TimeProvider? time = null) => RunningSite.StartAsync(Channels, time ?? new ManualTimeProvider(Now), RunningSite.WithTap("tap.ph"));

    [Fact]
    public async Task Without_the_setting_there_is_no_such_page()
    {
        await using var site = await RunningSite.StartAsync(Channels);

        foreach (var path in Public.Append("/api/v1/qr/tap"))
        {
            using var answer = await site.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("has no page for its tap", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, site.Past.Cuts);
    }

    [Fact]
    public async Task Strangers_get_the_figures_and_their_proof_from_a_commissioned_gateway_and_nothing_else_of_it()
    {
        await using var site = await StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        site.People.IsCommissioned = true;
        site.Measure(0, new LiveReading(1, 4711, Quality.Good, Reason.None, Now.ToUnixTimeMilliseconds()));
        site.Measure(1, new LiveReading(1, 7.21, Quality.Good, Reason.None, Now.AddSeconds(-12).ToUnixTimeMilliseconds()));

        foreach (var path in Public)
        {
            using var answer = await site.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(
            """{"version":1,"name":{"en":"Well house","zh":"水房"},"time":"2026-11-20T08:00:00.000Z","verdict":"in-order","readings":[{"channel":"tap.ph","name":{"en":"Acidity","zh":"酸碱度"},"unit":"","decimals":2,"low":6.5,"high":8.5,"state":"good","value":7.21,"reason":null,"at":"2026-11-20T07:59:48.000Z","staleAt":"2026-11-20T08:00:18.000Z","within":true}],"proof":{"measured":"2026-11-20T08:00:00.250Z","accepted":"2026-11-20T08:00:07.000Z","departments":["water","health","audit"],"of":4}}""",
            (await site.Client.GetStringAsync("/api/v1/tap")).Replace("\"unit\":\"pH\"", "\"unit\":\"\"", StringComparison.Ordinal));
        Assert.Equal(site.Past.File, await site.Client.GetByteArrayAsync("/api/v1/tap/evidence?channel=tap.ph"));
        foreach (var (path, status) in new[] { ("tap/evidence?channel=secret.flow", HttpStatusCode.NotFound), ("evidence?channel=tap.ph", HttpStatusCode.Unauthorized), ("qr/tap", HttpStatusCode.Unauthorized), ("policy", HttpStatusCode.Unauthorized) })
        {
            using var answer = await site.Client.GetAsync($"/api/v1/{path}");
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_number_that_is_not_valid_is_not_shown_and_it_is_said_why()
    {
        await using var site = await StartAsync();
        site.Measure(1, new LiveReading(1, 14, Quality.Bad, Reason.NoAnswer, Now.ToUnixTimeMilliseconds()));

        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/tap"));

        var reading = Assert.Single(json.RootElement.GetProperty("readings").EnumerateArray());
        Assert.Equal(("unknown", "bad", JsonValueKind.Null, "the device does not answer", "设备无应答"), (
            json.RootElement.GetProperty("verdict").GetString(), reading.GetProperty("state").GetString(), reading.GetProperty("value").ValueKind,
            reading.GetProperty("reason").GetProperty("en").GetString(), reading.GetProperty("reason").GetProperty("zh").GetString()));
    }

    [Fact]
    public async Task However_many_phones_ask_a_channel_costs_one_look_for_each_new_anchor()
    {
        var time = new ManualTimeProvider(Now);
        await using var site = await StartAsync(time);

        async Task AskAsync() => Assert.All(await Task.WhenAll(Enumerable.Range(0, 40).Select(i => site.Client.GetAsync(i % 2 == 0 ? "/api/v1/tap" : "/api/v1/tap/evidence?channel=tap.ph"))), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));

        await AskAsync();
        Assert.Equal(1, site.Past.Cuts);
        time.Advance(TapProofs.LookEvery);
        await AskAsync();
        Assert.Equal(1, site.Past.Cuts);
        site.Past.Anchored++;
        await AskAsync();
        Assert.Equal(2, site.Past.Cuts);
        site.Past.Anchored++;
        await AskAsync();
        Assert.Equal(2, site.Past.Cuts);
    }

    [Fact]
    public async Task What_was_proved_goes_on_being_shown_while_a_later_look_fails_and_what_never_was_is_said_to_be_so()
    {
        var time = new ManualTimeProvider(Now);
        await using var site = await StartAsync(time);
        site.Past.Before = _ => throw new RefusedException(Refusal.NotAnchored, "nothing is anchored yet", TimeSpan.FromSeconds(10));

        Assert.Contains("\"proof\":null", await site.Client.GetStringAsync("/api/v1/tap"), StringComparison.Ordinal);
        using (var refused = await site.Client.GetAsync("/api/v1/tap/evidence?channel=tap.ph"))
            Assert.Equal((HttpStatusCode.Conflict, TimeSpan.FromSeconds(10)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));

        site.Past.Before = _ => { };
        time.Advance(TapProofs.LookEvery);
        Assert.Contains("\"departments\":[\"water\"", await site.Client.GetStringAsync("/api/v1/tap"), StringComparison.Ordinal);

        site.Past.Before = _ => throw new RefusedException(Refusal.Unreadable, "the log cannot be read now");
        site.Past.Anchored++;
        time.Advance(TapProofs.LookEvery);
        Assert.Contains("\"departments\":[\"water\"", await site.Client.GetStringAsync("/api/v1/tap"), StringComparison.Ordinal);
        Assert.Equal(site.Past.File, await site.Client.GetByteArrayAsync("/api/v1/tap/evidence?channel=tap.ph"));
        Assert.Equal(1, site.Past.Cuts);
    }

    [SitePageFact]
    public async Task Each_of_the_two_pages_has_its_own_policy_and_only_this_site_may_frame_the_verifier()
    {
        await using var site = await StartAsync();
        foreach (var (path, ancestors) in new[] { ("/tap", "'none'"), ("/verify", "'self'") })
        {
            using var answer = await site.Client.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.EndsWith($"; frame-ancestors {ancestors}", policy, StringComparison.Ordinal);
            Assert.Contains(policy[..policy.IndexOf("; frame-ancestors", StringComparison.Ordinal)], page, StringComparison.Ordinal);
        }
    }
}
