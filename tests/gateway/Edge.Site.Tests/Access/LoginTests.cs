using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Edge.Site.Access;
using Edge.Site.Tests.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Access;

public sealed class LoginTests
{
    [Fact]
    public async Task Whoever_logs_in_gets_a_cookie_that_no_script_and_no_other_site_uses()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = new Visit(site);

        using var answer = await visit.LogInAsync("Li Wei", People.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^edge-session=[0-9a-f]{64}; max-age=43200; path=/; samesite=strict; httponly$", cookie);
        using var told = JsonDocument.Parse(await visit.Client.GetStringAsync("/api/v1/session"));
        Assert.Equal("Li Wei", told.RootElement.GetProperty("name").GetString());
        Assert.Equal("operator", told.RootElement.GetProperty("role").GetString());
        Assert.Equal(visit.Proof, told.RootElement.GetProperty("proof").GetString());
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_have_the_same_answer()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = new Visit(site);

        using var unknown = await visit.LogInAsync("Wang Min", "wrong password");
        using var wrong = await visit.LogInAsync("Li Wei", "wrong password");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await wrong.Content.ReadAsStringAsync());
        Assert.Equal(unknown.Headers.Select(h => h.Key), wrong.Headers.Select(h => h.Key));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_password_that_was_reset_meanwhile_is_not_undone_by_an_older_session()
    {
        var time = new WaitingTime(TimeSpan.FromMilliseconds(20));
        await using var site = await RunningSite.StartAsync(time: time);
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        const string reset = "reset by the technician 1";
        // Whoever resets it holds the accounts, and the session's wish, whose old password was right, comes behind.
        var resetting = new TaskCompletionSource();
        var isHeld = new TaskCompletionSource();
        var accounts = site.People.Accounts.Path;
        var technician = AccountsFile.ChangeAsync(
            accounts, all => [all[0] with { Password = PasswordHash.Make(reset, iterations: 1000) }], TimeProvider.System, CancellationToken.None,
            before: () =>
            {
                isHeld.SetResult();
                return resetting.Task;
            });
        await isHeld.Task;
        var wish = visit.PostAsync("/api/v1/password", JsonSerializer.Serialize(new { old = People.Password, @new = "what the old session wanted" }));
        await Eventually.True(() => time.Waits > 0);
        resetting.SetResult();
        await technician;
        using var answer = await wish;

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("changed meanwhile", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.People.Entered);
        using var again = new Visit(site);
        Assert.Equal(HttpStatusCode.OK, (await again.LogInAsync("Li Wei", reset)).StatusCode);
    }

    [Fact]
    public async Task Who_is_removed_while_the_request_is_still_coming_does_nothing_more()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        var body = """{"channel":"c0","note":"seen to"}"""u8.ToArray();
        using var content = new SlowContent(body, async () =>
        {
            await site.People.RemoveAsync("Li Wei");
            await Eventually.True(async () => (await visit.Client.GetStringAsync("/api/v1/session")).Contains("\"name\":null", StringComparison.Ordinal));
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alarms/acknowledge") { Content = content };
        request.Headers.Add("X-Edge-Proof", visit.Proof);

        using var answer = await visit.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(site.People.Entered);
    }

    [Fact]
    public async Task Who_guesses_on_the_board_has_to_wait_and_the_right_password_gets_in_meanwhile()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var ended = new CancellationTokenSource();
        var guessing = Enumerable.Range(0, 6).Select(i => GuessAsync(site, i % 2 == 0 ? "Li Wei" : $"nobody {i}", ended.Token)).ToList();
        using var visit = new Visit(site);
        var began = Stopwatch.StartNew();
        using var answer = await visit.LogInAsync("Li Wei", People.Password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(began.Elapsed, TimeSpan.Zero, Attempts.Patience + TimeSpan.FromSeconds(5));
        await ended.CancelAsync();
        await Task.WhenAll(guessing);
    }

    [Fact]
    public async Task More_than_can_wait_in_line_are_told_how_long()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = new Visit(site);

        var first = (await Task.WhenAll(Enumerable.Range(0, 30).Select(i => visit.LogInAsync("Li Wei", $"wrong password {i}")))).First(a => a.StatusCode != HttpStatusCode.Unauthorized);

        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.InRange(first.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 12);
    }

    [Fact]
    public async Task A_token_that_somebody_planted_is_no_session_after_login_either()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var first = await Visit.LoggedInAsync(site, "Li Wei");
        var planted = first.Cookies.GetCookies(site.Client.BaseAddress!)["edge-session"]!.Value;

        using var second = new Visit(site);
        second.Cookies.Add(site.Client.BaseAddress!, new Cookie("edge-session", planted));
        using var answer = await second.LogInAsync("Li Wei", People.Password);

        Assert.NotEqual(planted, second.Cookies.GetCookies(site.Client.BaseAddress!)["edge-session"]!.Value);
        Assert.Contains("\"name\":null", await first.Client.GetStringAsync("/api/v1/session"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_logout_the_token_is_worth_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Operator);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        var token = visit.Cookies.GetCookies(site.Client.BaseAddress!)["edge-session"]!.Value;

        using var left = await visit.PostAsync("/api/v1/logout");

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Empty(visit.Cookies.GetCookies(site.Client.BaseAddress!));
        visit.Cookies.Add(site.Client.BaseAddress!, new Cookie("edge-session", token));
        using var replayed = await visit.PostAsync("/api/v1/alarms/acknowledge", """{"channel":"c0","note":""}""");
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
        Assert.Empty(site.People.Entered);
    }

    [Fact]
    public async Task A_changed_password_ends_every_session_of_the_account_and_is_an_entry()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        using var here = await Visit.LoggedInAsync(site, "Li Wei");
        using var there = await Visit.LoggedInAsync(site, "Li Wei");

        using var changed = await here.PostAsync("/api/v1/password", JsonSerializer.Serialize(new { old = People.Password, @new = "battery staple 42" }));

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal("password of Li Wei by Li Wei (viewer, site page)", Assert.Single(site.People.Entered));
        Assert.Contains("\"name\":null", await there.Client.GetStringAsync("/api/v1/session"), StringComparison.Ordinal);
        using var old = await there.LogInAsync("Li Wei", People.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var anew = await there.LogInAsync("Li Wei", "battery staple 42");
        Assert.Equal(HttpStatusCode.OK, anew.StatusCode);
    }

    [Fact]
    public async Task Where_the_disk_takes_nothing_the_old_password_holds_and_the_log_has_no_other()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        Directory.CreateDirectory(site.People.Accounts.Path + ".part");

        using var answer = await visit.PostAsync("/api/v1/password", JsonSerializer.Serialize(new { old = People.Password, @new = "battery staple 42" }));

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Empty(site.People.Entered);
        using var again = new Visit(site);
        Assert.Equal(HttpStatusCode.OK, (await again.LogInAsync("Li Wei", People.Password)).StatusCode);
    }

    [Theory]
    [InlineData("wrong horse 4711", "battery staple 42", HttpStatusCode.Unauthorized)]
    [InlineData(People.Password, "short", HttpStatusCode.BadRequest)]
    [InlineData(People.Password, "i am li wei 4711", HttpStatusCode.BadRequest)]
    public async Task A_password_is_not_changed_without_the_old_one_or_to_a_weak_one(string old, string replacement, HttpStatusCode status)
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");

        using var answer = await visit.PostAsync("/api/v1/password", JsonSerializer.Serialize(new { old, @new = replacement }));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(site.People.Entered);
        Assert.Contains("\"name\":\"Li Wei\"", await visit.Client.GetStringAsync("/api/v1/session"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_events_end_with_the_session_they_were_begun_in()
    {
        await using var site = await RunningSite.StartAsync();
        site.People.IsCommissioned = true;
        await site.People.AddAsync("Li Wei", Role.Viewer);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        using var events = await visit.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        Assert.Equal(1, site.Hub.Viewers);

        await site.People.SetAsync("Li Wei", Role.Viewer, "battery staple 42");

        await Eventually.True(() => site.Hub.Viewers == 0);
    }

    [Fact]
    public async Task While_the_file_of_accounts_cannot_be_relied_on_nobody_logs_in_and_the_rest_goes_on()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        site.People.IsCommissioned = true;
        File.SetUnixFileMode(site.People.Accounts.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using var visit = new Visit(site);

        using var answer = await visit.LogInAsync("Li Wei", People.Password);
        using var status = await visit.GetAsync("/api/v1/status");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.DoesNotContain(site.People.Accounts.Path, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, status.StatusCode);
        File.SetUnixFileMode(site.People.Accounts.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var well = await visit.LogInAsync("Li Wei", People.Password);
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
    }

    private static async Task GuessAsync(RunningSite site, string name, CancellationToken cancellationToken)
    {
        using var visit = new Visit(site);
        while (!cancellationToken.IsCancellationRequested)
            (await visit.LogInAsync(name, "wrong password")).Dispose();
    }

    /// <summary>Counts how often something waits just so long.</summary>
    private sealed class WaitingTime(TimeSpan wait) : TimeProvider
    {
        private int _waits;

        public int Waits => Volatile.Read(ref _waits);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == wait)
                Interlocked.Increment(ref _waits);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
