using Edge.Gateway.Configuration;
using Edge.Gateway.Past;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class StoreRefusalTests
{
    [Fact]
    public void Readings_wait_while_the_store_refuses_and_are_committed_once_when_it_takes_again()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 10 });
        rig.Store.Now = RefusingStore.Fault.Refuses;
        for (var i = 0; i < 30; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(((ulong)WriterRig.Opening, "the disk is full"), (rig.Log.Size, rig.Status.StoreTrouble));
        Assert.Single(rig.Announced);

        rig.Store.Now = RefusingStore.Fault.None;
        rig.Pass(TimeSpan.FromSeconds(10));

        Assert.Null(rig.Status.StoreTrouble);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (double?)i), rig.Values());
        AssertSealsJoin(rig);
    }

    [Fact]
    public void A_group_whose_commit_failed_after_it_was_durable_is_not_written_twice()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 10 });
        rig.Store.Now = RefusingStore.Fault.CommitsAndFails;
        rig.PutAndTick(10);
        Assert.Equal("the answer was lost", rig.Status.StoreTrouble);

        rig.Store.Now = RefusingStore.Fault.None;
        rig.PutAndTick(10);

        Assert.Equal(Enumerable.Range(0, 10).Concat(Enumerable.Range(0, 10)).Select(i => (double?)i), rig.Values());
        Assert.Equal([5UL, 16, 27], rig.Announced);
        AssertSealsJoin(rig);
    }

    [Fact]
    public void The_same_group_is_tried_once_a_tick_and_not_more()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 10 });
        rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.PutAndTick(35);
        var before = rig.Store.Commits;

        for (var tick = 0; tick < 5; tick++)
            rig.Writer.Tick();

        Assert.Equal(before + 5, rig.Store.Commits);
    }

    [Fact]
    public void A_clock_change_while_the_store_refuses_is_recorded_when_it_takes_again()
    {
        using var rig = new WriterRig();
        rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.Clock.Source = ClockSource.None;
        rig.Put(WriterRig.Flow, 1);
        rig.Pass(TimeSpan.FromSeconds(1));
        Assert.Empty(rig.Entries().OfType<ClockEntry>());

        rig.Store.Now = RefusingStore.Fault.None;
        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(ClockSource.None, Assert.Single(rig.Entries().OfType<ClockEntry>()).Clock);
        Assert.Equal([1.0], rig.Values());
    }

    [Fact]
    public void A_stop_that_the_store_refuses_says_so_and_the_next_start_does_not_call_it_clean()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(1);
        rig.Store.Now = RefusingStore.Fault.Refuses;

        Assert.False(rig.Writer.Stop());

        rig.Crash();
        Assert.StartsWith("the gateway ended without a stop", Assert.Single(rig.Entries().OfType<GapEntry>()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_the_store_refuses_waits_and_says_so_and_goes_on_when_it_takes()
    {
        using var rig = new WriterRig(atStart: RefusingStore.Fault.Refuses);
        rig.PutAndTick(3);
        Assert.Equal((0UL, "the disk is full"), (rig.Log.Size, rig.Status.StoreTrouble));
        Assert.Empty(rig.Announced);

        rig.Store.Now = RefusingStore.Fault.None;
        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Null(rig.Status.StoreTrouble);
        Assert.Equal(EntryKind.Boot, rig.Entries()[0].Kind);
        Assert.Equal([0.0, 1, 2], rig.Values());
        Assert.Equal([new Landmarks.Run(0, 4)], Landmarks.Before(rig.Store, rig.Log.Size));
    }

    [Fact]
    public void A_clock_change_at_the_moment_the_store_begins_to_refuse_is_found_by_its_landmark_later()
    {
        using var rig = new WriterRig();
        rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.Clock.Source = ClockSource.None;
        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Store.Now = RefusingStore.Fault.None;
        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal([new Landmarks.Run(WriterRig.Opening, 1), new Landmarks.Run(0, 4)], Landmarks.Before(rig.Store, rig.Log.Size));
        Assert.Equal(EntryKind.Clock, rig.Entries()[WriterRig.Opening].Kind);
    }

    [Fact]
    public void A_stop_that_the_store_refuses_counts_the_readings_that_are_lost()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 10 });
        rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.PutAndTick(35);

        Assert.False(rig.Writer.Stop());

        Assert.Equal(35, rig.Writer.Unwritten);
    }

    private static void AssertSealsJoin(WriterRig rig)
    {
        var next = 0UL;
        foreach (var seal in rig.Entries().OfType<SealEntry>())
        {
            Assert.Equal(next, seal.First);
            next = seal.Last + 2;
        }
    }
}
