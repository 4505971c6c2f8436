using Edge.Sensors.Sampling;
using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

/// <summary>At most 2 per second, and a step of the resolution, 0.5.</summary>
public sealed class ChangeTests
{
    private readonly RuledChannel _channel = new(new() { Rate = 2 });

    [Fact]
    public void What_changes_as_fast_as_it_can_is_good_and_what_is_faster_is_uncertain()
    {
        Assert.Equal([None, None, None, None], _channel.Take(10, 12.5, 10, 8));
        Assert.Equal(Sample.Uncertain(0, 11, 22, RateOfChange), _channel.After(1, 11));
    }

    [Fact]
    public void The_return_from_a_spike_is_good() => Assert.Equal([None, RateOfChange, None, None], _channel.Take(10, 906_166, 10, 11));

    [Fact]
    public void A_step_is_doubted_once() => Assert.Equal([None, RateOfChange, None, None], _channel.Take(10, 50, 51, 50));

    [Fact]
    public void A_value_that_jumps_to_and_fro_is_doubted_at_each_jump_to_a_new_place() =>
        Assert.Equal([None, RateOfChange, RateOfChange, RateOfChange, None], _channel.Take(10, 50, 100, 150, 10));

    [Fact]
    public void After_an_absence_or_an_overrun_the_time_between_counts()
    {
        _channel.Take(10, 10);
        _channel.After(5, NoAnswer);

        Assert.Equal(None, _channel.After(1, 20).Reason);
        Assert.Equal(None, _channel.After(5, 30).Reason);
        _channel.After(2, Overrun);
        Assert.Equal(RateOfChange, _channel.After(1, 50).Reason);
    }

    [Fact]
    public void Half_the_time_allows_half_the_change()
    {
        _channel.After(1, 10);

        Assert.Equal([None, RateOfChange], [_channel.After(0.5, 11.5).Reason, _channel.After(0.5, 13.5).Reason]);
    }
}
