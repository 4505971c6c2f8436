using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

/// <summary>Rules between the queue and the log.</summary>
public sealed class LoggedQualityTests
{
    [Fact]
    public void A_reading_is_logged_with_the_quality_its_rules_give_it_and_counted_in_its_seal()
    {
        using var rig = new WriterRig(rules: new RuleSettings { Lowest = 0, Highest = 100 });
        rig.Put(WriterRig.Flow, 906_166);
        rig.Put(WriterRig.Flow, 50);
        Assert.True(rig.Writer.Stop());

        var readings = rig.Entries().OfType<ReadingEntry>();
        Assert.Equal([(906_166, 906_166_000, Quality.Uncertain, OutOfRange), (50, 50_000, Quality.Good, None)], readings.Select(r => (r.Value ?? 0, r.Raw ?? 0, r.Quality, r.Reason)));
        var counts = rig.Entries().OfType<SealEntry>().Last().Counts;
        Assert.Equal((1UL, 1UL, 0UL), (counts.Good, counts.Uncertain, counts.Bad));
    }

    [Fact]
    public void A_step_of_the_wall_clock_changes_no_quality()
    {
        using var rig = new WriterRig(rules: new RuleSettings { Rate = 2, FlatLine = TimeSpan.FromSeconds(5), FlatBand = 0 });
        foreach (var value in new[] { 10.0, 11, 13, 12 })
        {
            rig.Put(WriterRig.Flow, value);
            rig.Pass(TimeSpan.FromSeconds(1));
            rig.Clock.Ahead = value > 12 ? -86_400 : 86_400;
        }

        Assert.True(rig.Writer.Stop());
        Assert.Equal(4, rig.Entries().OfType<ReadingEntry>().Count());
        Assert.All(rig.Entries().OfType<ReadingEntry>(), r => Assert.Equal((Quality.Good, None), (r.Quality, r.Reason)));
    }

    [Fact]
    public void A_restart_begins_all_rules_anew()
    {
        using var rig = new WriterRig(rules: new RuleSettings { Rate = 2, WarmUp = TimeSpan.FromSeconds(2) });
        Fill(rig, 10, 10, 10);
        rig.StopAndStart();
        Fill(rig, 50, 50, 50);

        Assert.Equal([WarmUp, WarmUp, None, WarmUp, WarmUp, None], rig.Entries().OfType<ReadingEntry>().Select(r => r.Reason));
    }

    private static void Fill(WriterRig rig, params double[] values)
    {
        foreach (var value in values)
        {
            rig.Put(WriterRig.Flow, value);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Pass(TimeSpan.FromSeconds(1));
    }
}
