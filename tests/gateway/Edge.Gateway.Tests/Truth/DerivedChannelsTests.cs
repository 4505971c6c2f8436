using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Edge.Testing;
using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

/// <summary>A flow in L/min each second, and a volume in L, a product and a level computed behind it, through the queue into a real log.</summary>
public sealed class DerivedChannelsTests
{
    private const int Ph = WriterRig.Ph, Flow = WriterRig.Flow;

    private static readonly ChannelSettings
        Volume = Channel("volume", "L", 0.001, new() { Formula = Formula.Total, Inputs = [Flow], Factor = 1 / 60.0 }),
        Product = Channel("product", "1", 0.01, new() { Formula = Formula.Product, Inputs = [Ph, Flow], Factor = 0.5 }),
        Level = Channel("level", "m", 0.01, new() { Formula = Formula.Linear, Inputs = [Flow], Factor = 0.5, Offset = 2 });

    private static ChannelSettings Channel(string name, string unit, double resolution, DerivedSettings derived) =>
        new() { Name = name, Unit = unit, Resolution = resolution, Definition = "{}", Derived = derived };

    [Fact]
    public void A_linear_channel_is_a_reading_like_others_with_the_time_of_its_input_and_without_a_raw_code()
    {
        using var rig = new WriterRig(derived: [Level]);
        rig.Put(Flow, 8);
        Assert.True(rig.Writer.Stop());

        var readings = rig.Entries().OfType<ReadingEntry>().ToList();
        Assert.Equal(["flow", "level"], readings.Select(r => r.Channel));
        Assert.Equal((6.0, null, "m", Quality.Good, None), (readings[1].Value, readings[1].Raw, readings[1].Unit, readings[1].Quality, readings[1].Reason));
        Assert.Equal((readings[0].Monotonic, readings[0].Wall), (readings[1].Monotonic, readings[1].Wall));
        Assert.Equal(["ph", "flow", "level"], rig.Entries().OfType<ConfigurationEntry>().Select(c => c.Channel));
    }

    [Fact]
    public void Quality_and_reason_are_those_of_the_worst_input_and_an_absent_input_makes_an_absent_reading()
    {
        using var rig = new WriterRig(derived: [Product]);
        Put(rig, Ph, Sample.Good(0, 7, 7));
        Put(rig, Flow, Sample.Uncertain(0, 20, 20, LoopOverrange));
        Put(rig, Ph, Sample.Absent(0, NoAnswer));
        Put(rig, Flow, Sample.Uncertain(0, 20, 20, LoopOverrange));
        Put(rig, Ph, Sample.Good(0, 7, 7));
        Put(rig, Flow, Sample.Good(0, 20, 20));
        Assert.True(rig.Writer.Stop());

        Assert.Equal(
            [(70.0, Quality.Uncertain, LoopOverrange), (null, Quality.Bad, NoAnswer), ((double?)70.0, Quality.Good, None)],
            rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "product").Select(r => (r.Value, r.Quality, r.Reason)));
    }

    [Fact]
    public void A_reading_is_multiplied_once()
    {
        using var rig = new WriterRig(derived: [Product]);
        rig.Put(Ph, 7);
        rig.Put(Flow, 10);
        rig.Put(Flow, 20);
        rig.Put(Ph, 8);
        Assert.True(rig.Writer.Stop());

        Assert.Equal([35.0, 80], rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "product").Select(r => r.Value!.Value));
    }

    [Fact]
    public void What_cannot_be_a_number_is_absent()
    {
        using var rig = new WriterRig(derived: [Product]);
        Put(rig, Ph, Sample.Good(0, 1e300, 7));
        Put(rig, Flow, Sample.Good(0, 1e300, 20));
        Assert.True(rig.Writer.Stop());

        Assert.Equal((null, Quality.Bad, OutOfRange), rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "product").Select(r => (r.Value, r.Quality, r.Reason)).Single());
    }

    [Fact]
    public void A_total_is_the_sum_of_flow_and_time()
    {
        using var rig = new WriterRig(derived: [Volume]);
        Run(rig, [60, 60, 120, 0, 0]);

        Assert.Equal([0, 1, 2.5, 3.5, 3.5], Volumes(rig));
    }

    [Fact]
    public void Nothing_is_added_for_an_absence_and_it_shows()
    {
        using var rig = new WriterRig(derived: [Volume]);
        Run(rig, [60, 60]);
        Put(rig, Flow, Sample.Absent(0, LoopLow));
        rig.Pass(TimeSpan.FromSeconds(1));
        Run(rig, [60, 60]);

        Assert.Equal([0, 1, null, 1, 2], Volumes(rig));
        Assert.Equal((Quality.Bad, LoopLow), rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "volume" && r.Value is null).Select(r => (r.Quality, r.Reason)).Single());
    }

    [Fact]
    public void Nothing_is_added_for_what_cannot_be_nor_for_a_time_in_which_nobody_sampled()
    {
        using var rig = new WriterRig(rules: new RuleSettings { Lowest = 0, Highest = 200 }, derived: [Volume]);
        Run(rig, [60, 906_166, 60, 60]);
        rig.Pass(TimeSpan.FromHours(1));
        Run(rig, [60, 60]);

        Assert.Equal([0, 0, 0, 1, 1, 2], Volumes(rig));
        Assert.Equal([OutOfRange], rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "volume" && r.Quality != Quality.Good).Select(r => r.Reason));
    }

    [Fact]
    public void A_total_goes_on_after_a_stop_and_after_a_crash_from_what_the_log_holds()
    {
        using var rig = new WriterRig(derived: [Volume]);
        Run(rig, [60, 60, 60]);
        rig.StopAndStart();
        Run(rig, [60, 60]);
        rig.Pass(TimeSpan.FromSeconds(2));
        rig.Put(Flow, 6000);
        rig.Writer.Tick();
        rig.Crash();
        Run(rig, [60, 60]);

        Assert.Equal([0, 1, 2, 2, 3, 3, 4], Volumes(rig));
    }

    [Fact]
    public void A_total_goes_on_from_its_note_where_its_readings_are_gone()
    {
        using var rig = new WriterRig(derived: [Volume]);
        Run(rig, [60, 60, 60]);
        rig.Pass(TimeSpan.FromMinutes(11));
        rig.Put(Flow, 60);
        rig.Pass(TimeSpan.FromSeconds(2));
        Assert.Contains("\"Value\":2", System.Text.Encoding.UTF8.GetString(rig.Log.View.Store.ReadState("totals")!), StringComparison.Ordinal);
        Assert.True(rig.Writer.Stop());
        rig.Store.Evict(rig.Log.Size - 1);
        rig.Crash();
        Run(rig, [60, 60]);

        Assert.Equal(3, Volumes(rig)[^1]);
    }

    [Fact]
    public void A_total_in_another_unit_begins_at_zero()
    {
        using var folder = new TemporaryDirectory();
        var store = new StoreSettings { Folder = folder.File("log") };
        var clock = new HandClock();
        using (var rig = new WriterRig(clock: clock, store: store, derived: [Volume]))
        {
            Run(rig, [60, 60, 60]);
            Assert.True(rig.Writer.Stop());
        }

        using var again = new WriterRig(clock: clock, store: store, derived: [Volume with { Unit = "mL" }]);
        Run(again, [60, 60]);

        Assert.Equal([0, 1, 2, 0, 1], Volumes(again));
    }

    [Fact]
    public void What_is_computed_has_rules_of_its_own()
    {
        using var rig = new WriterRig(derived: [Level with { Rules = new RuleSettings { Lowest = 0, Highest = 5 } }]);
        rig.Put(Flow, 4);
        rig.Put(Flow, 8);
        Assert.True(rig.Writer.Stop());

        Assert.Equal(
            [(4.0, Quality.Good, None), (6.0, Quality.Uncertain, OutOfRange)],
            rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "level").Select(r => (r.Value!.Value, r.Quality, r.Reason)));
    }

    [Fact]
    public void What_did_not_fit_the_queue_is_missing_in_what_is_computed_too()
    {
        using var rig = new WriterRig(queueCapacity: 2, derived: [Volume, Level]);
        for (var i = 0; i < 5; i++)
            rig.Put(Flow, i);
        Assert.True(rig.Writer.Stop());

        Assert.Equal(["flow", "level", "volume"], rig.Entries().OfType<GapEntry>().Where(g => g.Why == GapReason.Overrun).SelectMany(g => g.Channels).Order());
    }

    /// <summary>A value each second.</summary>
    private static void Run(WriterRig rig, double[] flows)
    {
        foreach (var flow in flows)
        {
            rig.Put(Flow, flow);
            rig.Pass(TimeSpan.FromSeconds(1));
        }
    }

    private static void Put(WriterRig rig, int channel, Sample sample) => rig.Queue.Put(new StampedSample(channel, sample, rig.Clock.Monotonic(), rig.Clock.Wall()));

    private static double?[] Volumes(WriterRig rig)
    {
        Assert.True(rig.Writer.Stop());
        return [.. rig.Entries().OfType<ReadingEntry>().Where(r => r.Channel == "volume").Select(r => r.Value is { } value ? Math.Round(value, 6) : default(double?))];
    }
}
