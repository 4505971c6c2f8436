using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

/// <summary>It may stand still for 5 s and is sampled each second.</summary>
public sealed class StandstillTests
{
    private readonly RuledChannel _channel = new(new() { FlatLine = TimeSpan.FromSeconds(5) });

    [Fact]
    public void What_stands_still_for_longer_than_it_may_is_uncertain_until_it_moves()
    {
        Assert.Equal([None, None, None, None, None, None], _channel.Take(7, 7, 7, 7, 7, 7));
        Assert.Equal([FlatLine, FlatLine, None], _channel.Take(7, 7, 9));
    }

    [Fact]
    public void To_and_fro_by_the_resolution_is_standing_still() => Assert.Equal([FlatLine], _channel.Take(7, 7.5, 6.5, 7.5, 7, 6.5, 7.5)[^1..]);

    [Fact]
    public void The_band_is_what_the_site_says()
    {
        var narrow = new RuledChannel(new() { FlatLine = TimeSpan.FromSeconds(5), FlatBand = 0 });
        var wide = new RuledChannel(new() { FlatLine = TimeSpan.FromSeconds(5), FlatBand = 2 });

        Assert.Equal([None], narrow.Take(7, 7.5, 7, 7.5, 7, 7.5, 7)[^1..]);
        Assert.Equal([FlatLine], wide.Take(7, 9, 5, 8, 6, 7, 9)[^1..]);
    }

    [Fact]
    public void A_slow_drift_is_no_standstill() => Assert.DoesNotContain(FlatLine, _channel.Take([.. Enumerable.Range(0, 60).Select(i => i * 0.25)]));

    [Fact]
    public void Time_does_not_run_while_there_is_no_value()
    {
        _channel.Take(7, 7, 7, 7);
        for (var i = 0; i < 100; i++)
            _channel.After(1, NoData);

        Assert.Equal([None, None, None, FlatLine], _channel.Take(7, 7, 7, 7));
    }

    [Fact]
    public void Of_a_time_in_which_nobody_sampled_two_periods_count_at_most()
    {
        _channel.Take(7, 7);

        Assert.Equal(None, _channel.After(3_600, 7).Reason);
        Assert.Equal([None, None, FlatLine], _channel.Take(7, 7, 7));
    }
}
