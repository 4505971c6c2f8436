using Edge.Site.Access;
using Edge.Testing;

namespace Edge.Site.Tests.Access;

public sealed class SessionsTests : IDisposable
{
    private readonly People _people = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Sessions _sessions;

    public SessionsTests() => _sessions = new Sessions(_people.Accounts, _time);

    public void Dispose()
    {
        _sessions.Dispose();
        _people.Dispose();
    }

    [Fact]
    public async Task One_that_is_not_used_is_over_and_one_that_is_used_goes_on()
    {
        var (left, used) = (_sessions.Begin(await LiAsync()), _sessions.Begin(await LiAsync()));

        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(_sessions.Use(used));
            _time.Advance(Sessions.Idle - TimeSpan.FromMinutes(1));
        }

        Assert.NotNull(_sessions.Use(used));
        Assert.Null(_sessions.Use(left));
    }

    [Fact]
    public async Task One_that_shows_live_events_is_in_use_but_not_for_ever()
    {
        var token = _sessions.Begin(await LiAsync());
        var session = _sessions.Use(token)!;
        _sessions.Hold(session, 1);

        _time.Advance(Sessions.Longest - TimeSpan.FromMinutes(1));
        Assert.False(session.Ended.IsCancellationRequested);
        _time.Advance(TimeSpan.FromMinutes(1) + Sessions.LookEvery);

        await Eventually.True(() => session.Ended.IsCancellationRequested);
        Assert.Null(_sessions.Use(token));
    }

    [Fact]
    public async Task One_is_over_when_its_account_has_another_password_or_role_or_is_gone()
    {
        var first = _sessions.Begin(await LiAsync());
        await _people.SetAsync("Li Wei", Role.Operator, "battery staple 42");
        Assert.Null(_sessions.Use(first));

        var second = _sessions.Begin(_people.Accounts.Find("Li Wei")!);
        await _people.RemoveAsync("Li Wei");
        Assert.Null(_sessions.Use(second));
    }

    [Fact]
    public async Task The_wall_clock_neither_ends_nor_lengthens_one()
    {
        var token = _sessions.Begin(await LiAsync());
        _time.StepWallClock(TimeSpan.FromDays(400));
        Assert.NotNull(_sessions.Use(token));
        _time.StepWallClock(TimeSpan.FromDays(-800));
        _time.Advance(Sessions.Idle);
        Assert.Null(_sessions.Use(token));
    }

    [Fact]
    public async Task Of_one_account_there_are_only_so_many_and_the_oldest_goes()
    {
        var account = await LiAsync();
        var tokens = Enumerable.Range(0, Sessions.MostOfAccount + 1).Select(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return _sessions.Begin(account);
        }).ToList();

        Assert.Equal(Sessions.MostOfAccount, _sessions.Count);
        Assert.Null(_sessions.Use(tokens[0]));
        Assert.All(tokens.Skip(1), t => Assert.NotNull(_sessions.Use(t)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    public void What_is_no_token_is_nobodys(string? token) => Assert.Null(_sessions.Use(token));

    [Fact]
    public async Task Nothing_looks_after_sessions_while_there_are_none()
    {
        var token = _sessions.Begin(await LiAsync());
        _sessions.End(token);
        _time.Advance(Sessions.LookEvery);
        await Eventually.True(() => !_sessions.IsLooking);

        _sessions.Begin(await LiAsync());
        Assert.True(_sessions.IsLooking);
    }

    private async Task<Account> LiAsync()
    {
        if (_people.Accounts.Find("Li Wei") is null)
            await _people.AddAsync("Li Wei", Role.Operator);
        return _people.Accounts.Find("Li Wei")!;
    }
}
