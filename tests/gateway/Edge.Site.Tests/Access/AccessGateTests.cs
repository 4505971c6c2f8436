using System.Net;
using System.Text;
using Edge.Site.Access;
using Edge.Site.Tests.Serving;
using Edge.Testing;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Tests.Access;

public sealed class AccessGateTests
{
    private const string Acknowledge = "/api/v1/alarms/acknowledge";
    private const string Seen = "/api/v1/damage/seen";

    [Fact]
    public async Task Every_route_has_its_line_in_the_table_and_every_line_a_route()
    {
        await using var site = await RunningSite.StartAsync();

        Assert.Equal(AccessTable.Routes.Order(), site.MappedRoutes().Select(r => r.Route).Order());
    }

    [Fact]
    public async Task Once_it_is_commissioned_no_stranger_is_answered_but_where_the_table_says_anyone()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        site.People.IsCommissioned = true;

        var answers = new List<string>();
        foreach (var (route, _) in site.MappedRoutes())
        {
            var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{name}", "index.html", StringComparison.Ordinal));
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
                answers.Add(route);
        }

        Assert.Equal(["GET /", "GET /api/v1/openapi.json", "GET /api/v1/session", "GET /api/v1/tap", "GET /api/v1/tap/evidence", "GET /api/v1/tap/policy", "GET /api/v1/words", "GET /assets/{name}", "GET /tap", "GET /verify", "POST /api/v1/login"], answers.Order(StringComparer.Ordinal));
        Assert.Empty(site.Past.Asked);
    }

    [Fact]
    public void A_route_without_a_line_is_nobodys()
    {
        var endpoint = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/forgotten"), 0, null, null);

        Assert.False(AccessTable.TryFind("GET", endpoint, out _));
        Assert.False(AccessTable.TryFind("POST", new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/status"), 0, null, null), out _));
    }

    [Theory]
    [InlineData(false, false, HttpStatusCode.OK)]
    [InlineData(true, false, HttpStatusCode.OK)]
    [InlineData(false, true, HttpStatusCode.OK)]
    [InlineData(true, true, HttpStatusCode.Unauthorized)]
    public async Task On_the_board_looking_is_open_until_it_is_commissioned_and_somebody_can_log_in(bool commissioned, bool account, HttpStatusCode status)
    {
        await using var site = await RunningSite.StartAsync();
        site.People.IsCommissioned = commissioned;
        if (account)
            await site.People.AddAsync("Li Wei", Role.Viewer);

        foreach (var path in new[] { "/api/v1/status", "/api/v1/live" })
        {
            using var answer = await site.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(status, answer.StatusCode);
        }

        using var page = await site.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var who = await site.Client.GetAsync("/api/v1/session");
        Assert.Contains(status == HttpStatusCode.OK ? "\"looking\":\"open\"" : "\"looking\":\"login\"", await who.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_events_that_anyone_might_see_end_when_looking_needs_login()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        using var events = await site.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(1, site.Hub.Viewers);

        site.People.IsCommissioned = true;

        await Eventually.True(() => site.Hub.Viewers == 0);
    }

    [Fact]
    public async Task Nothing_is_changed_without_login_even_where_looking_is_open()
    {
        await using var site = await RunningSite.StartAsync();
        using var visit = new Visit(site);

        foreach (var path in new[] { Acknowledge, Seen, "/api/v1/password", "/api/v1/logout" })
        {
            using var answer = await visit.PostAsync(path, """{"channel":"c0","note":""}""");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Empty(site.People.Entered);
    }

    [Theory]
    [InlineData(Role.Viewer, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(Role.Operator, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(Role.Technician, HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Each_role_may_what_it_may_and_what_it_does_is_entered_with_its_name(Role role, HttpStatusCode acknowledge, HttpStatusCode see)
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("王伟", role);
        using var visit = await Visit.LoggedInAsync(site, "王伟");

        using var acknowledged = await visit.PostAsync(Acknowledge, """{"channel":"c0","note":"阀门已关"}""");
        using var seen = await visit.PostAsync(Seen, """{"note":"card changed"}""");

        Assert.Equal(acknowledge, acknowledged.StatusCode);
        Assert.Equal(see, seen.StatusCode);
        string[] all = [$"c0: 阀门已关 by 王伟 ({RoleName.Of(role)}, site page)", $"damage: card changed by 王伟 ({RoleName.Of(role)}, site page)"];
        Assert.Equal(all.Take((int)role - 1), site.People.Entered);
        if (role > Role.Viewer)
            Assert.Equal("""{"index":1}""", await acknowledged.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    public async Task A_page_of_another_origin_changes_nothing_and_logs_nobody_in(string header, string value, bool refused)
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");

        using var answer = await visit.PostAsync(Acknowledge, """{"channel":"c0","note":""}""", (header, value));
        using var login = await visit.PostAsync("/api/v1/login", $$"""{"name":"Li Wei","password":"{{People.Password}}"}""", (header, value));

        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, login.StatusCode);
        Assert.Equal(refused ? 0 : 1, site.People.Entered.Count);
    }

    [Fact]
    public async Task A_page_of_another_origin_sees_nothing_where_looking_is_open()
    {
        await using var site = await RunningSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/live") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        using var answer = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, site.Hub.Viewers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("another's")]
    public async Task Without_the_sessions_own_proof_nothing_is_changed(string? proof)
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        using var other = await Visit.LoggedInAsync(site, "Li Wei");

        visit.Proof = proof == "another's" ? other.Proof : proof;
        using var answer = await visit.PostAsync(Acknowledge, """{"channel":"c0","note":""}""");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(site.People.Entered);
    }

    [Fact]
    public async Task A_form_of_another_page_cannot_be_mistaken_for_a_request()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        using var form = new StringContent($$"""{"name":"Li Wei","password":"{{People.Password}}"}""", Encoding.UTF8, "text/plain");

        using var answer = await site.Client.PostAsync("/api/v1/login", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task While_the_log_takes_no_entries_nothing_is_done_and_that_is_said()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        site.People.IsBlocked = true;

        using var answer = await visit.PostAsync("/api/v1/password", $$"""{"old":"{{People.Password}}","new":"battery staple 42"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("store-waits", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Li Wei\"", await visit.Client.GetStringAsync("/api/v1/session"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"channel":"c1","note":""}""", 409)]
    [InlineData("""{"channel":"c0"}""", 400)]
    [InlineData("""{"channel":"c0","note":1}""", 400)]
    [InlineData("""{"channel":"c0","note":null}""", 400)]
    [InlineData("""{"channel":"c0","note":"","more":""}""", 400)]
    [InlineData("""{"channel":"c0","channel":"c1","note":""}""", 400)]
    [InlineData("""{"channel":"c0","note":"two\nlines"}""", 400)]
    [InlineData("""{"channel":"c0","note":"\u202Eturned"}""", 400)]
    [InlineData("""{"channel":"c0","note":"\u3164"}""", 400)]
    [InlineData("""{"channel":"c0","note":"blank \u2800"}""", 400)]
    [InlineData("""{"channel":"c0","note":"\uD800"}""", 400)]
    [InlineData("""[[[[[[]]]]]]""", 400)]
    [InlineData("", 400)]
    public async Task What_cannot_be_entered_is_refused_in_words(string body, int status)
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");

        using var answer = await visit.PostAsync(Acknowledge, body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(site.People.Entered);
    }
}
