using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Truth;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

public sealed class ChannelRulesTests
{
    private static readonly RuleSettings All =
        new() { Lowest = 0, Highest = 100, Rate = 2, FlatLine = TimeSpan.FromSeconds(5), FlatBand = 0, WarmUp = TimeSpan.FromSeconds(3) };

    [Fact]
    public void A_channel_without_rules_is_not_judged() =>
        Assert.Null(ChannelRules.Of(new ChannelSettings { Name = "flow", Unit = "L/min", Resolution = 0.5, Definition = "" }));

    [Fact]
    public void What_is_doubted_keeps_its_value_and_its_raw_code()
    {
        var channel = new RuledChannel(All with { WarmUp = null });

        Assert.Equal(new Sample(0, 906_166, 1_812_332, Quality.Uncertain, OutOfRange), channel.After(1, 906_166));
        Assert.Equal(Sample.Good(0, 50, 100), channel.After(1, 50));
    }

    [Fact]
    public void The_drivers_own_worse_word_stands()
    {
        var channel = new RuledChannel(All with { WarmUp = null });
        var doubtful = Sample.Uncertain(0, 906_166, 20_700, LoopOverrange);
        var absent = Sample.Absent(0, LoopHigh, 30_000);

        Assert.Equal((doubtful, absent), (channel.After(1, doubtful), channel.After(1, absent)));
    }

    [Fact]
    public void The_ends_of_the_range_are_plausible() =>
        Assert.Equal([None, None, OutOfRange, OutOfRange], new RuledChannel(new() { Lowest = 0, Highest = 100 }).Take(0, 100, -0.5, 100.5));

    [Fact]
    public void Of_several_rules_that_are_broken_the_one_is_named_that_explains_most()
    {
        var channel = new RuledChannel(All with { FlatLine = TimeSpan.FromSeconds(2) });

        Assert.Equal([WarmUp, WarmUp, WarmUp], channel.Take(500, 500, 500));
        Assert.Equal([OutOfRange, OutOfRange], channel.Take(500, 500));
        Assert.Equal([None, RateOfChange, None], channel.Take(50, 60, 60));
        Assert.Equal([None, FlatLine], channel.Take(60, 60));
    }

    [Fact]
    public void A_sample_costs_no_memory()
    {
        var channel = ChannelRules.Of(new ChannelSettings { Name = "flow", Unit = "L/min", Resolution = 0.5, Definition = "", Rules = All })!;
        Judge(channel, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Judge(channel, 10_000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Judge(ChannelRules channel, ulong from)
    {
        for (var i = from; i < from + 5_000; i++)
        {
            var sample = i % 100 == 0 ? Sample.Absent(0, NoAnswer) : Sample.Good(0, i % 150, (long)i);
            channel.Judge(new StampedSample(0, sample, i * 1_000_000_000, null));
        }
    }
}
