using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Gateway.Tests.Budget;

public sealed class EvictionTests
{
    [Fact]
    public void The_oldest_go_and_a_gap_for_each_channel_tells_from_when_to_when_and_how_many()
    {
        using var rig = new RoomRig(new EvictPolicy());

        rig.Sample(1500);
        rig.Wait(12);

        var oldest = rig.Rig.Log.View.Store.Extent.Oldest;
        Assert.InRange(oldest, 1000UL, 1500UL);
        Assert.InRange(rig.Rig.Log.Size - oldest, 1500UL, 2000UL);
        var gap = rig.Gaps(GapReason.Evicted).Last(g => g.Channels[0] == "flow");
        Assert.Contains("which the city had not accepted", gap.Detail, StringComparison.Ordinal);
        Assert.Contains($"to {oldest - 1},", gap.Detail, StringComparison.Ordinal);
        Assert.Equal(HandClock.Start + 100, rig.Gaps(GapReason.Evicted).Min(g => g.From!.Value.Seconds));
        rig.AssertAccounted();
    }

    [Fact]
    public void What_gaps_told_is_told_again_when_they_go_themselves()
    {
        using var rig = new RoomRig(new EvictPolicy());

        rig.Sample(6000);
        rig.Wait(12);

        Assert.True(rig.Rig.Log.View.Store.Extent.Oldest > 2 * RoomRig.Entries);
        Assert.Contains(rig.Gaps(GapReason.Evicted), g => g.Detail.Contains("that gap entries told of which went too", StringComparison.Ordinal));
        rig.AssertAccounted();
    }

    [Fact]
    public void Anchored_entries_go_first_and_no_policy_comes_into_force()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new EvictPolicy());
        for (var i = 0; i < 40; i++)
        {
            rig.Sample(100);
            rig.Anchor();
        }

        rig.Wait(12);
        Assert.True(rig.Rig.Log.View.Store.Extent.Oldest > 4000);
        Assert.NotEmpty(rig.Gaps(GapReason.Released));
        Assert.All(rig.Rig.Entries().OfType<GapEntry>(), g => Assert.Equal(GapReason.Released, g.Why));
        rig.AssertAccounted();
    }

    [Fact]
    public void When_the_city_answers_anchored_entries_go_and_policies_are_lifted()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(1100);
        Assert.NotEmpty(rig.Rig.Status.Room!.LeftOut);
        Assert.Equal(0UL, rig.Rig.Log.View.Store.Extent.Oldest);

        rig.Anchor();
        rig.Sample(10);

        Assert.Empty(rig.Rig.Status.Room!.LeftOut);
        Assert.NotEqual(0UL, rig.Rig.Log.View.Store.Extent.Oldest);
        rig.Wait(12);
        rig.AssertAccounted();
    }

    [Fact]
    public void A_gap_that_only_tells_an_older_one_again_is_not_counted_as_one_of_this_run()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(1100);
        rig.Anchor();
        rig.Sample(10);
        rig.Wait(12);
        var blocked = rig.Rig.Status.Gaps.ByName()["blocked"];
        Assert.Empty(rig.Rig.Status.GapsRetold.ByName());

        for (var i = 0; i < 8; i++)
        {
            rig.Sample(200);
            rig.Wait(12);
            rig.Anchor();
        }

        Assert.Equal(blocked, rig.Rig.Status.Gaps.ByName()["blocked"]);
        Assert.True(rig.Rig.Status.GapsRetold.ByName()["blocked"] > 0);
        rig.AssertAccounted();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_goes_whose_gaps_are_not_durable(bool refusedOnlyTheGaps)
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(900);
        rig.Rig.Store.Now = refusedOnlyTheGaps ? RefusingStore.Fault.RefusesGroups : RefusingStore.Fault.Refuses;
        rig.EntryBytes = 110;

        rig.Sample(300);
        Assert.Equal(0UL, rig.Rig.Log.View.Store.Extent.Oldest);

        rig.Rig.Store.Now = RefusingStore.Fault.None;
        rig.Sample(100);
        rig.Wait(12);
        Assert.NotEqual(0UL, rig.Rig.Log.View.Store.Extent.Oldest);
        Assert.Empty(rig.Rig.Status.Room!.LeftOut);
        rig.AssertAccounted();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_gap_tells_of_goes_once_also_when_the_gateway_is_killed_before(bool killed)
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(1000);
        var oldest = rig.Rig.Log.View.Store.Extent.Oldest;
        Assert.NotEqual(0UL, oldest);
        rig.Rig.Store.Now = RefusingStore.Fault.KeepsAll;
        rig.Sample(200);
        Assert.Equal(oldest, rig.Rig.Log.View.Store.Extent.Oldest);
        rig.Wait(12);

        if (killed)
            rig.Rig.Crash();
        rig.Rig.Store.Now = RefusingStore.Fault.None;
        rig.Sample(100);
        rig.Wait(12);

        Assert.True(rig.Rig.Log.View.Store.Extent.Oldest > oldest);
        rig.AssertAccounted();
    }

    [Fact]
    public void A_gateway_killed_before_the_gaps_are_written_lets_nothing_go_for_them()
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(900);
        var oldest = rig.Rig.Log.View.Store.Extent.Oldest;
        new EvictionRecord(500, rig.Rig.Log.Size + 3, []).Write(rig.Rig.Log);

        rig.Rig.Crash();
        rig.Sample(20);

        Assert.InRange(rig.Rig.Log.View.Store.Extent.Oldest, oldest, 499UL);
        rig.Wait(12);
        rig.AssertAccounted();
    }

    [Fact]
    public void Others_who_fill_the_disk_cannot_make_it_give_up_more_than_it_writes()
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(500);

        rig.Free = 5_000_000;
        rig.Sample(100);
        rig.Free = 0;
        rig.Sample(400);

        var (oldest, size) = rig.Rig.Log.View.Store.Extent;
        Assert.InRange(size - oldest, 850UL, 1100UL);
        rig.Wait(12);
        rig.AssertAccounted();
    }

    [Fact]
    public void Readings_left_are_proved_after_a_cut_in_the_middle_of_a_batch()
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(1500);
        rig.Wait(12);
        rig.Anchor();
        var (oldest, size) = rig.Rig.Log.View.Store.Extent;
        var first = Enumerable.Range((int)oldest, 40).First(i => Entry.Decode(rig.Rig.Log.View.ReadEntry((ulong)i)) is ReadingEntry);

        var evidence = new EvidenceCutter(rig.Rig.Log.View).Cut([(ulong)first]);

        Assert.NotEmpty(evidence.ToBytes());
        Assert.Equal(rig.Rig.Log.Root, rig.Rig.Log.View.Root(size));
    }

    [Fact]
    public void Evidence_of_a_time_whose_readings_went_is_the_gaps_that_tell_of_them()
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(1500);
        rig.Wait(12);
        rig.Anchor();
        var start = HandClock.Start + 100;

        var found = new SubjectFinder(rig.Rig.Log.View).Between("flow", start, start + 60);

        var gaps = found.Select(i => Assert.IsType<GapEntry>(Entry.Decode(rig.Rig.Log.View.ReadEntry(i)))).ToList();
        Assert.Contains(gaps, g => g.Why == GapReason.Evicted && g.From!.Value.Seconds == start);
        Assert.All(gaps, g => Assert.Equal(["flow"], g.Channels));
        Assert.NotEmpty(new EvidenceCutter(rig.Rig.Log.View).Cut(found).ToBytes());
    }

    [Fact]
    public void Evidence_of_a_time_whose_gap_went_is_the_gap_that_tells_of_it_again()
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(200);
        var off = rig.Rig.Clock.True;
        rig.Rig.Clock.Advance(TimeSpan.FromHours(1));
        rig.Rig.StopAndStart();
        rig.Sample(2500);
        rig.Wait(12);
        rig.Anchor();
        Assert.True(rig.Rig.Log.View.Store.Extent.Oldest > 2 * RoomRig.Entries / 4);
        var find = new SubjectFinder(rig.Rig.Log.View);

        var found = find.Between("flow", off + 60, off + 120);

        var gaps = found.Select(i => Assert.IsType<GapEntry>(Entry.Decode(rig.Rig.Log.View.ReadEntry(i)))).ToList();
        Assert.Contains(gaps, g => g.Why is not (GapReason.Evicted or GapReason.Released) && g.From!.Value.Seconds <= off + 60 && g.To!.Value.Seconds >= off + 120);
        Assert.Null(find.EvictedBelow);
        Assert.NotEmpty(new EvidenceCutter(rig.Rig.Log.View).Cut(found).ToBytes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_eviction_that_a_crash_interrupted_is_ended_only_if_the_gaps_that_tell_of_it_can_be_read(bool damaged)
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(500);
        var size = rig.Rig.Log.Size;
        new EvictionRecord(300, size, [new EvictionRecord.Run(size - 1, 1)]).Write(rig.Rig.Log);

        rig.Rig.Crash(folder =>
        {
            foreach (var segment in Directory.GetFiles(folder, "*.seg").OrderDescending(StringComparer.Ordinal))
            {
                var bytes = File.ReadAllBytes(segment);
                if (Enumerable.Range(0, bytes.Length / 8).Select(i => i * 8).LastOrDefault(at => bytes.AsSpan(at).StartsWith("EdgeFrm1"u8) && bytes[at + 12] > 0) is not (> 0 and var last))
                    continue;
                bytes[last + 60] ^= (byte)(damaged ? 1 : 0);
                File.WriteAllBytes(segment, bytes);
                return;
            }
        });

        Assert.Equal(damaged, rig.Rig.Log.View.Store.Extent.Oldest == 0);
    }

    [Fact]
    public void What_is_held_in_reserve_is_of_the_budget_too()
    {
        const int few = 5_000;
        using var rig = new RoomRig(new EvictPolicy());

        rig.Sample(300);

        Assert.True(File.Exists(rig.BallastFile));
        var promised = rig.Rig.Log.View.Store.Usage.Total + rig.Rig.Status.Room!.Room.Left;
        Assert.InRange(promised, rig.Rig.Configuration.Store.Budget - few, rig.Rig.Configuration.Store.Budget + few);
    }

    [Fact]
    public void A_disk_full_to_the_last_byte_is_helped_by_the_ballast()
    {
        using var rig = new RoomRig(new EvictPolicy());
        rig.Sample(300);
        Assert.Equal(RoomRig.Reserve, new FileInfo(rig.BallastFile).Length);

        rig.Free = 0;
        rig.Rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.Sample(15);
        Assert.False(File.Exists(rig.BallastFile));

        rig.Rig.Store.Now = RefusingStore.Fault.None;
        rig.Sample(30);
        Assert.False(File.Exists(rig.BallastFile));
        Assert.NotEqual(0UL, rig.Rig.Log.View.Store.Extent.Oldest);

        rig.Free = long.MaxValue / 2;
        rig.Sample(30);
        Assert.True(File.Exists(rig.BallastFile));
        rig.Wait(12);
        rig.AssertAccounted();
    }

    [Fact]
    public void A_full_log_that_does_not_get_emptier_raises_one_alarm()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(1100);

        rig.Sample(400);
        Assert.False(rig.Rig.Status.Room!.IsStuck);
        Assert.DoesNotContain(rig.Rig.Entries(), e => e is EventEntry);
        rig.Sample(300);
        Assert.True(rig.Rig.Status.Room!.IsStuck);
        rig.Sample(600);

        var alarm = Assert.IsType<EventEntry>(Assert.Single(rig.Rig.Entries(), e => e is EventEntry));
        Assert.Equal((EntryKind.Alarm, "store"), (alarm.Event, alarm.Subject));
        Assert.Equal("the store is full or nearly full, and for 10min nothing was anchored and nothing could go", alarm.Text);
    }

    [Fact]
    public void A_log_from_which_entries_could_go_as_soon_as_they_must_raises_none()
    {
        using var rig = new RoomRig(new ThinPolicy(1000, []), new EvictPolicy());
        rig.Sample(970);
        Assert.All(rig.Rig.Status.Room!.LeftOut, l => Assert.Equal(GapReason.Thinned, l.Why));
        Assert.Equal(2, rig.Rig.Status.Room.LeftOut.Count);
        var oldest = rig.Rig.Log.View.Store.Extent.Oldest;

        rig.Sample(900);

        Assert.Equal(oldest, rig.Rig.Log.View.Store.Extent.Oldest);
        Assert.False(rig.Rig.Status.Room!.IsStuck);
        Assert.DoesNotContain(rig.Rig.Entries(), e => e is EventEntry);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void However_policies_cities_disks_and_stops_come_each_reading_is_held_or_told_of(int seed)
    {
        var random = new Random(seed);
        using var rig = new RoomRig(new StopPolicy(["flow"]), new ThinPolicy(3, []), new EvictPolicy());
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    rig.Anchor();
                    break;
                case 1:
                    rig.Free = random.Next(2) == 0 ? 1_000_000 : long.MaxValue / 2;
                    break;
                case 2:
                    rig.Rig.StopAndStart();
                    break;
                case 3:
                    rig.Rig.Store.Now = (RefusingStore.Fault)random.Next(5);
                    rig.Sample(random.Next(10));
                    rig.Rig.Store.Now = RefusingStore.Fault.None;
                    rig.Wait(2);
                    break;
                default:
                    rig.Sample(random.Next(200));
                    break;
            }
        }

        rig.Wait(15);
        Assert.True(rig.Rig.Writer.Stop());
        rig.AssertAccounted();
    }
}
