using System.Net;
using Edge.Site.Access;
using Edge.Testing;

namespace Edge.Site.Tests.Access;

public sealed class AttemptsTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");

    private readonly ManualTimeProvider _time = new();
    private readonly Attempts _attempts;

    public AttemptsTests() => _attempts = new Attempts(_time);

    [Fact]
    public void One_address_may_mistype_and_then_has_to_wait()
    {
        Assert.Equal(Attempts.AtOnce, Enumerable.Range(0, 100).Count(i => IsTaken($"name {i}", Home)));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(5, Enumerable.Range(0, 100).Count(i => IsTaken($"name {i}", Home)));
    }

    [Fact]
    public void Strangers_who_guess_a_name_from_everywhere_are_slow_and_keep_nobody_out_who_is_at_home()
    {
        Assert.True(LogIn("Li Wei", Home));

        var guesses = 0;
        for (var second = 0; second < 3600; second++, _time.Advance(TimeSpan.FromSeconds(1)))
        {
            guesses += Enumerable.Range(0, 20).Count(i => IsTaken("Li Wei", Stranger((second * 20) + i)));
            if (second % 60 == 0)
            {
                Assert.True(LogIn("Li Wei", Home), $"kept out after {second} s");
                Assert.True(LogIn("Li Wei", IPAddress.Loopback), $"kept out at the board after {second} s");
            }
        }

        Assert.InRange(guesses, 300, 311);
    }

    [Fact]
    public void All_strangers_together_take_little_of_the_board()
    {
        var guesses = 0;
        for (var second = 0; second < 600; second++, _time.Advance(TimeSpan.FromSeconds(1)))
            guesses += Enumerable.Range(0, 50).Count(i => IsTaken($"name {second * 50 + i}", Stranger((second * 50) + i)));

        Assert.InRange(guesses, 300, 320);
    }

    [Fact]
    public void The_right_password_costs_nothing()
    {
        for (var i = 0; i < 100; i++)
            Assert.True(LogIn("Li Wei", Stranger(i)) && LogIn("Wang Min", Home) && LogIn("Li Wei", IPAddress.Loopback), $"after {i}");
    }

    [Fact]
    public void Names_that_nobody_has_take_nothing_from_those_that_somebody_has()
    {
        for (var i = 0; i < 2000; i++)
        {
            IsTaken($"nobody {i}", Stranger(i % 500), isNobodys: true);
            IsTaken($"nobody {i}", IPAddress.Loopback, isNobodys: true);
        }

        Assert.True(IsTaken("Li Wei", IPAddress.Parse("192.0.2.8")));
        Assert.True(IsTaken("Wang Min", IPAddress.Loopback));
    }

    [Fact]
    public void Whoever_guesses_on_the_board_itself_takes_little_of_it_and_keeps_nobody_elsewhere_out()
    {
        Assert.True(LogIn("Li Wei", Home));
        var guesses = new List<Task<Attempt>>();
        for (var second = 0; second < 600; second++, _time.Advance(TimeSpan.FromSeconds(1)))
            guesses.AddRange(Enumerable.Range(0, 50).Select(_ => TakeAsync("Li Wei", IPAddress.Loopback)));

        Assert.InRange(guesses.Count(IsTaken), 590, 620);
        Assert.True(IsTaken("Li Wei", Home));
        Assert.True(IsTaken("Wang Min", IPAddress.Parse("192.0.2.8")));
    }

    [Fact]
    public void On_the_board_who_comes_behind_some_who_guess_the_same_name_waits_for_them_and_no_longer()
    {
        var guesses = Enumerable.Range(0, 10).Select(_ => TakeAsync("Li Wei", IPAddress.Loopback)).ToList();

        var technician = TakeAsync("Li Wei", IPAddress.Loopback);
        var other = TakeAsync("Wang Min", IPAddress.Loopback);
        Assert.Equal(Attempts.AtOnce, guesses.Count(IsTaken));
        for (var waited = TimeSpan.Zero; waited < Attempts.Patience; waited += TimeSpan.FromSeconds(1))
            _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(IsTaken(technician));
        Assert.True(IsTaken(other));
    }

    [Fact]
    public void More_names_than_are_remembered_are_throttled_together()
    {
        var rate = new AttemptRate<int>(2, TimeSpan.FromSeconds(10), most: 3, _time);
        for (var who = 0; who < 3; who++)
            rate.Count(who);

        rate.Count(100);
        Assert.Equal(TimeSpan.Zero, rate.Wait(101));
        rate.Count(101);
        Assert.True(rate.Wait(102) > TimeSpan.Zero);
        rate.Return(101);
        Assert.Equal(TimeSpan.Zero, rate.Wait(102));
        rate.Count(102);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, rate.Wait(102));
    }

    [Fact]
    public void Who_has_an_IPv6_network_is_one()
    {
        Assert.Equal(Attempts.AtOnce, Enumerable.Range(1, 100).Count(i => IsTaken($"name {i}", IPAddress.Parse($"2001:db8:1:2::{i}"))));
        Assert.True(IsTaken("name", IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Equal(Attempts.AtOnce, Enumerable.Range(1, 100).Count(i => IsTaken($"name {i}", IPAddress.Parse(i % 2 == 0 ? "192.0.2.9" : "::ffff:192.0.2.9"))));
    }

    private static IPAddress Stranger(int number) => new([198, (byte)(18 + (number >> 16)), (byte)(number >> 8), (byte)number]);

    private Task<Attempt> TakeAsync(string name, IPAddress address, bool isNobodys = false) => _attempts.TakeAsync(name, isNobodys, address, CancellationToken.None);

    private bool IsTaken(string name, IPAddress address, bool isNobodys = false) => IsTaken(TakeAsync(name, address, isNobodys));

    private static bool IsTaken(Task<Attempt> attempt) => attempt is { IsCompletedSuccessfully: true, Result.Wait.Ticks: 0 };

    private bool LogIn(string name, IPAddress address)
    {
        var attempt = TakeAsync(name, address);
        if (!IsTaken(attempt))
            return false;
        _attempts.Succeeded(attempt.Result);
        return true;
    }
}
