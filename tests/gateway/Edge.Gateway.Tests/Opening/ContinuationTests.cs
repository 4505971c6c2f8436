using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Gateway.Tests.Opening;

public sealed class ContinuationTests
{
    [Fact]
    public void A_restart_after_a_stop_continues_the_same_log_with_a_gap_stopped()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(3);
        rig.StopAndStart();
        rig.PutAndTick(2);
        rig.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal([0.0, 1, 2, 0, 1], rig.Values());
        Assert.Equal(GapReason.Stopped, Assert.Single(rig.Entries().OfType<GapEntry>()).Why);
        Assert.Equal([5UL, 9, 15, 18], rig.Announced);
    }

    [Fact]
    public void A_restart_after_a_power_cut_says_so_from_the_last_committed_reading_on()
    {
        using var rig = new WriterRig();
        rig.Clock.Advance(TimeSpan.FromSeconds(7));
        rig.Put(WriterRig.Flow, 1);
        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Put(WriterRig.Flow, 2);
        rig.Writer.Tick();
        rig.Clock.Reboot(TimeSpan.FromMinutes(5));
        rig.Crash();

        var gap = Assert.Single(rig.Entries().OfType<GapEntry>());
        Assert.Equal(GapReason.PoweredOff, gap.Why);
        Assert.Empty(gap.Channels);
        Assert.Equal((HandClock.Start + 107, HandClock.Start + 408), (gap.From!.Value.Seconds, gap.To!.Value.Seconds));
        Assert.Equal([1.0], rig.Values());
    }

    [Fact]
    public void A_gateway_that_was_killed_on_a_board_that_ran_on_does_not_speak_of_power()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(1);
        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Clock.Advance(TimeSpan.FromSeconds(6));
        rig.Crash();

        var gap = Assert.Single(rig.Entries().OfType<GapEntry>());
        Assert.Equal(GapReason.Stopped, gap.Why);
        Assert.Equal("the gateway ended without a stop, and the board went on running; readings after the last commit may be missing", gap.Detail);
        Assert.Equal(7, gap.To!.Value.Seconds - gap.From!.Value.Seconds, 3);
    }

    [Fact]
    public void What_a_crash_left_unsealed_is_covered_and_counted_by_the_first_seal_of_the_next_run()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(4);
        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Crash();

        var seal = rig.Entries().OfType<SealEntry>().Last();
        Assert.Equal(((ulong)WriterRig.Opening, rig.Log.Size - 2, 4UL), (seal.First, seal.Last, seal.Counts.Good));
    }

    [Fact]
    public void Each_seal_names_the_one_before_also_over_a_restart()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 3 });
        rig.PutAndTick(7);
        rig.Crash();
        rig.PutAndTick(7);

        Hash32 previous = default;
        rig.Log.View.ReadEntries(0, rig.Log.Size, (_, bytes) =>
        {
            if (Entry.Decode(bytes) is not SealEntry seal)
                return;
            Assert.Equal(previous, seal.Previous);
            previous = TreeHasher.Sha256.Leaf(bytes);
        });
    }

    [Fact]
    public void A_stop_is_clean_for_the_next_start_only()
    {
        using var rig = new WriterRig();
        rig.StopAndStart();
        rig.Clock.Reboot(TimeSpan.FromSeconds(9));
        rig.Crash();

        Assert.Equal([GapReason.Stopped, GapReason.PoweredOff], rig.Entries().OfType<GapEntry>().Select(g => g.Why));
    }

    [Fact]
    public void Salts_differ_between_entries_and_follow_from_the_secret_and_the_index()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 4 });
        rig.PutAndTick(300);
        var secret = rig.Signer.DeriveSecret("edge-salt/v1");
        var salt = new byte[Salt.Size];

        rig.Log.View.ReadEntries(0, rig.Log.Size, (index, bytes) =>
        {
            Salt.Derive(secret, index, salt);
            Assert.True(bytes.IndexOf(salt) >= 0, $"entry {index} does not carry its salt");
        });
    }
}
