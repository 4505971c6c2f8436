using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Budget;

public sealed class PolicyTests
{
    [Fact]
    public void Nothing_is_left_out_while_there_is_room()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new ThinPolicy(10, []), new EvictPolicy(), new BlockPolicy());

        rig.Sample(800);

        Assert.Empty(rig.Rig.Entries().OfType<GapEntry>());
        Assert.Equal(1600, rig.Rig.Values().Count());
    }

    [Fact]
    public void Policies_come_into_force_one_after_the_other_in_their_order()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new ThinPolicy(10, []), new EvictPolicy());
        var seen = new List<string>();
        for (var i = 0; i < 6000; i++)
        {
            rig.Sample(1);
            var status = rig.Rig.Status.Room!;
            var now = string.Join(' ', status.LeftOut.Select(l => $"{l.Channel}:{l.Why}")) + (status.Evicting ? " evicting" : "");
            if (now.Length > 0 && !seen.Contains(now))
                seen.Add(now);
        }

        Assert.Equal(["flow:Shed", "ph:Thinned flow:Shed"], seen.Take(2));
        Assert.NotEmpty(rig.Gaps(GapReason.Evicted));
        Assert.Empty(rig.Gaps(GapReason.Blocked));
        rig.Sample(60);
        rig.Rig.Writer.Stop();
        rig.AssertAccounted();
    }

    [Fact]
    public void What_a_sensor_says_is_seen_also_while_nothing_of_it_is_kept()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(1100);
        Assert.NotEmpty(rig.Rig.Status.Room!.LeftOut);

        Assert.InRange(rig.Rig.Clock.Monotonic() - rig.Rig.Status.Newest()[WriterRig.Flow]!.Value.Monotonic, 0UL, 1_000_000_000UL);
    }

    [Fact]
    public void A_stopped_channel_has_a_gap_from_its_first_reading_left_out_to_its_last()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new BlockPolicy());
        rig.Sample(940);
        Assert.Contains(("flow", GapReason.Shed), rig.Rig.Status.Room!.LeftOut);

        Assert.True(rig.Rig.Writer.Stop());

        var gaps = rig.Gaps(GapReason.Shed).ToList();
        var last = rig.Rig.Entries().OfType<ReadingEntry>().Last(r => r.Channel == "flow");
        Assert.All(gaps, g => Assert.Equal(["flow"], g.Channels));
        Assert.Equal(last.Wall!.Value.Seconds + 1, gaps[0].From!.Value.Seconds, 3);
        Assert.Equal(rig.Rig.Clock.Wall()!.Value.Seconds - 1, gaps[^1].To!.Value.Seconds, 3);
        rig.AssertAccounted();
    }

    [Fact]
    public void A_spell_of_thinning_is_one_gap_for_each_channel_however_many_seals_fall_into_it()
    {
        using var rig = new RoomRig(new ThinPolicy(10, []), new BlockPolicy());
        rig.Sample(940);
        Assert.NotEmpty(rig.Rig.Status.Room!.LeftOut);
        var seals = rig.Rig.Entries().OfType<SealEntry>().Count();

        rig.Sample(100);
        Assert.InRange(rig.Rig.Entries().OfType<SealEntry>().Count() - seals, 3, int.MaxValue);
        Assert.Empty(rig.Gaps(GapReason.Thinned));

        rig.EntryBytes = 10;
        rig.Wait(12);
        Assert.Empty(rig.Rig.Status.Room!.LeftOut);
        Assert.Equal([["flow"], ["ph"]], rig.Gaps(GapReason.Thinned).Select(g => g.Channels).OrderBy(c => c[0]));
        rig.AssertAccounted();
    }

    [Fact]
    public void A_gateway_killed_in_a_spell_that_was_told_of_hourly_tells_the_rest_from_there_on()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(6000);
        var told = rig.Gaps(GapReason.Blocked).Max(g => g.To!.Value.Seconds);

        rig.Rig.Crash();

        var rest = rig.Gaps(GapReason.Blocked).Last();
        Assert.Null(GapCount.Of(rest));
        Assert.Equal(told, rest.From!.Value.Seconds, 2.0);
    }

    [Fact]
    public void Nothing_is_blocked_while_entries_can_go_and_the_store_only_has_to_take_their_gaps_first()
    {
        using var rig = new RoomRig(new EvictPolicy(), new BlockPolicy());
        rig.Sample(950);

        rig.Rig.Store.Now = RefusingStore.Fault.Refuses;
        rig.EntryBytes = 150;
        rig.Sample(20);
        Assert.Empty(rig.Rig.Status.Room!.LeftOut);

        rig.Rig.Store.Now = RefusingStore.Fault.None;
        rig.Sample(20);
        Assert.NotEmpty(rig.Gaps(GapReason.Evicted));
        Assert.Empty(rig.Gaps(GapReason.Blocked));
    }

    [Fact]
    public void Policies_are_named_as_in_the_configuration() =>
        Assert.Equal(["stop flow ph", "thin all to 1 of 10", "thin ph to 1 of 3", "evict", "block"],
            new FullPolicy[] { new StopPolicy(["flow", "ph"]), new ThinPolicy(10, []), new ThinPolicy(3, ["ph"]), new EvictPolicy(), new BlockPolicy() }.Select(p => p.ToString()));

    [Fact]
    public void Thinning_keeps_every_nth_reading_and_each_that_crosses_a_limit()
    {
        using var rig = new RoomRig(new ThinPolicy(10, ["ph"]), new BlockPolicy());
        rig.Sample(940);
        Assert.Equal([("ph", GapReason.Thinned)], rig.Rig.Status.Room!.LeftOut);
        var before = rig.Rig.Entries().OfType<ReadingEntry>().Count(r => r.Channel == "ph");

        rig.Sample(20);
        Assert.Equal(before + 2, rig.Rig.Entries().OfType<ReadingEntry>().Count(r => r.Channel == "ph"));
        rig.Sample(1, ph: 9);

        Assert.Contains(rig.Rig.Entries(), e => e is ReadingEntry { Channel: "ph", Value: 9 });
        Assert.Contains(rig.Rig.Entries(), e => e is EventEntry { Event: EntryKind.Alarm, Subject: "ph" });
    }

    [Fact]
    public void What_is_blocked_is_counted_and_told_when_there_is_room_again()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(1500);
        Assert.Equal([("ph", GapReason.Blocked), ("flow", GapReason.Blocked)], rig.Rig.Status.Room!.LeftOut);
        var blocked = rig.Rig.Values().Count();
        Assert.InRange(rig.Rig.Log.Size, 1950UL, 2010UL);

        rig.EntryBytes = 10;
        rig.Sample(30);
        rig.Wait(12);

        Assert.Empty(rig.Rig.Status.Room!.LeftOut);
        Assert.Contains(rig.Gaps(GapReason.Blocked), g => GapCount.Of(g) > 400);
        Assert.True(rig.Rig.Values().Count() > blocked + 50);
        rig.AssertAccounted();
    }

    [Fact]
    public void What_is_blocked_is_told_at_least_once_an_hour()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Sample(5000);
        var before = rig.Gaps(GapReason.Blocked).Sum(GapCount.Of)!.Value;
        Assert.Equal(7200, before, 20.0);

        rig.Sample(3700);

        Assert.Equal(7200, rig.Gaps(GapReason.Blocked).Sum(GapCount.Of)!.Value - before, 20.0);
    }

    [Fact]
    public void Policies_are_lifted_in_the_reverse_order_and_none_flutters()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new ThinPolicy(10, []));
        rig.Sample(8000);
        Assert.Equal([GapReason.Blocked, GapReason.Blocked], rig.Rig.Status.Room!.LeftOut.Select(l => l.Why));
        var seen = new List<string>();
        for (var bytes = 100; bytes > 80; bytes--)
        {
            rig.EntryBytes = bytes;
            rig.Wait(6);
            var now = string.Join(' ', rig.Rig.Status.Room!.LeftOut.Select(l => l.Why));
            if (seen.Count == 0 || seen[^1] != now)
                seen.Add(now);
        }

        Assert.Equal(["Blocked Blocked", "Thinned Shed", "Shed", ""], seen);
        rig.Wait(12);
        rig.AssertAccounted();
    }

    [Fact]
    public void A_gateway_killed_while_readings_are_left_out_tells_it_at_its_next_start()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new BlockPolicy());
        rig.Sample(945);
        var told = rig.Gaps(GapReason.Shed).Sum(g => GapCount.Of(g));

        rig.Rig.Crash();

        var gap = rig.Gaps(GapReason.Shed).Last();
        Assert.Equal(["flow"], gap.Channels);
        Assert.Null(GapCount.Of(gap));
        Assert.Contains("how many since is not known", gap.Detail, StringComparison.Ordinal);
        Assert.True(gap.To!.Value.Seconds >= gap.From!.Value.Seconds);
        Assert.True(told < rig.Sampled["flow"]);
    }

    [Fact]
    public void A_gateway_stopped_in_order_while_readings_are_left_out_has_told_all()
    {
        using var rig = new RoomRig(new StopPolicy(["flow"]), new BlockPolicy());
        rig.Sample(945);

        rig.Rig.StopAndStart();

        Assert.All(rig.Gaps(GapReason.Shed), g => Assert.NotNull(GapCount.Of(g)));
        rig.AssertAccounted();
        rig.Sample(5);
        Assert.Equal([("flow", GapReason.Shed)], rig.Rig.Status.Room!.LeftOut);
    }
}
