using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class HolePlaceTests
{
    private const ulong Second = 1_000_000_000;

    [Fact]
    public void A_hole_stands_in_the_batch_of_the_reading_that_ended_it_and_behind_it_however_much_waited_and_whatever_closed_batches()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 16 });
        rig.Store.Now = RefusingStore.Fault.Refuses;
        for (var i = 0; i < 60; i++)
        {
            if (i == 10)
                rig.Put(WriterRig.Ph, 9);
            if (i == 40)
                Skip(rig, 8);
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Store.Now = RefusingStore.Fault.None;
        rig.Pass(TimeSpan.FromSeconds(30));

        var entries = rig.Entries();
        var gap = Array.FindIndex(entries, e => e is GapEntry);
        var ended = Array.FindIndex(entries, e => e is ReadingEntry { Channel: "flow", Value: 40 });
        Assert.Contains(entries[ended..], e => e is ReadingEntry { Value: 59 });
        Assert.True(gap > ended, $"{gap} {ended}");
        Assert.DoesNotContain(entries[ended..gap], e => e is SealEntry);
        Assert.Single(entries.OfType<GapEntry>());
    }

    [Fact]
    public void A_hole_is_durable_with_the_reading_that_ended_it_long_before_its_batch_is_sealed()
    {
        using var rig = new WriterRig(new SealSettings { Age = TimeSpan.FromHours(1) });
        rig.Put(WriterRig.Flow, 1);
        rig.Pass(TimeSpan.FromSeconds(1));
        Skip(rig, 8);
        rig.Put(WriterRig.Flow, 2);
        rig.Pass(TimeSpan.FromSeconds(1));

        rig.Crash();

        var entries = rig.Entries();
        var ended = Array.FindIndex(entries, e => e is ReadingEntry { Value: 2 });
        Assert.Equal("8 samples not taken in time, the longest hole 1.900 s", Assert.IsType<GapEntry>(entries[ended + 1]).Detail);
    }

    [Fact]
    public void Holes_that_no_reading_ended_are_told_at_a_stop_although_nothing_else_is()
    {
        using var rig = new WriterRig();
        rig.Pass(TimeSpan.FromSeconds(30));
        Skip(rig, 8);
        var size = rig.Log.Size;

        rig.StopAndStart();

        var told = rig.Entries()[(int)size..];
        Assert.StartsWith("8 samples", Assert.IsType<GapEntry>(told[0]).Detail, StringComparison.Ordinal);
        Assert.IsType<SealEntry>(told[1]);
        Assert.Equal(GapReason.Stopped, Assert.Single(told[2..].OfType<GapEntry>()).Why);
    }

    [Fact]
    public void A_hole_whose_channel_stays_silent_is_told_after_the_age_of_a_commit()
    {
        using var rig = new WriterRig();
        rig.Pass(TimeSpan.FromSeconds(30));
        Skip(rig, 8);
        rig.Writer.Tick();
        Assert.Empty(rig.Entries().OfType<GapEntry>());

        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Single(rig.Entries().OfType<GapEntry>());
    }

    [Fact]
    public void What_did_not_fit_stands_in_the_batch_of_the_next_reading_that_did()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 8 }, queueCapacity: 30);
        rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.PutAndTick(1);
        rig.Pass(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 34; i++)
            rig.Put(WriterRig.Flow, i);
        Assert.Equal(4, rig.Queue.Lost);
        Assert.True(rig.Queue.TryTake(out _));
        for (var i = 100; i < 120; i++)
            rig.Put(WriterRig.Flow, i);
        rig.Store.Now = RefusingStore.Fault.None;
        rig.Pass(TimeSpan.FromSeconds(30));

        var entries = rig.Entries();
        var gap = Array.FindIndex(entries, e => e is GapEntry { Detail: "4 samples did not fit the queue" });
        var ended = Array.FindIndex(entries, e => e is ReadingEntry { Value: 100 });
        Assert.InRange(gap, ended, ended + 8);
        Assert.DoesNotContain(entries[ended..gap], e => e is SealEntry);
    }

    [Theory]
    [InlineData(5, 53)]
    [InlineData(0, 50)]
    public void A_product_misses_what_either_input_missed_and_once_what_both_did(int apart, int missed)
    {
        var product = new ChannelSettings
        {
            Name = "power", Unit = "W", Resolution = 0.01, Period = TimeSpan.FromSeconds(1), Definition = """{"formula":"product"}""",
            Derived = new DerivedSettings { Formula = Formula.Product, Inputs = [WriterRig.Ph, WriterRig.Flow], Factor = 1 },
        };
        using var rig = new WriterRig(derived: [product]);
        var begun = rig.Clock.Monotonic();
        rig.Queue.Skip(WriterRig.Ph, begun, begun + (Second / 2), 3, 600_000_000);
        rig.Put(WriterRig.Ph, 7);
        rig.Queue.Skip(WriterRig.Flow, begun + ((ulong)apart * Second), begun + ((ulong)apart * Second) + Second, 50, 1_900_000_000);
        rig.Put(WriterRig.Flow, 2);
        rig.Pass(TimeSpan.FromSeconds(20));

        var gap = Assert.Single(rig.Entries().OfType<GapEntry>(), g => g.Channels.Contains("power"));
        Assert.Equal($"{missed} samples not taken in time, the longest hole 1.900 s", gap.Detail);
        Assert.Equal(apart + 1, gap.To!.Value.Seconds - gap.From!.Value.Seconds, 3);
    }

    /// <summary>A second passes in which samples of flow were missed.</summary>
    private static void Skip(WriterRig rig, int count)
    {
        var from = rig.Clock.Monotonic();
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        rig.Queue.Skip(WriterRig.Flow, from, rig.Clock.Monotonic(), count, 1_900_000_000);
    }
}
