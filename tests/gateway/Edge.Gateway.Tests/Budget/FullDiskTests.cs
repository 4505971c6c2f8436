using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Budget;

/// <summary>Real file systems that are really full.</summary>
public sealed class FullDiskTests
{
    private const int Megabyte = 1_000_000;

    [RootFact]
    public async Task On_a_disk_filled_by_another_the_oldest_go_as_new_ones_come_and_each_reading_is_held_or_told_of()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 12);
        using var rig = new RoomRig(Path.Combine(disk.Path, "log"), floor: 2 * Megabyte, new EvictPolicy());
        rig.Sample(4000);
        Assert.Empty(rig.Rig.Entries().OfType<GapEntry>());

        disk.Fill();
        Assert.InRange(disk.Free, 0, 4095);
        rig.Sample(2000);

        Assert.NotEqual(0UL, rig.Rig.Log.View.Store.Extent.Oldest);
        Assert.NotEmpty(rig.Gaps(GapReason.Evicted));
        disk.GiveBack();
        rig.Sample(60);
        rig.Wait(12);
        Assert.Null(rig.Rig.Status.StoreTrouble);
        Assert.True(File.Exists(rig.BallastFile));
        rig.AssertAccounted();
        rig.Rig.StopAndStart();
        rig.AssertAccounted();
    }

    [RootFact]
    public async Task On_a_tiny_disk_the_oldest_go_as_fast_as_new_ones_come()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 2);
        using var rig = new RoomRig(Path.Combine(disk.Path, "log"), floor: 0, new EvictPolicy());

        rig.Burst(seconds: 6, perSecond: 3000);
        for (var round = 0; round < 4; round++)
        {
            var before = rig.Rig.Log.Size;
            rig.Burst(seconds: 2, perSecond: 2000);
            Assert.True(rig.Rig.Log.Size > before + 1000, $"{rig.Rig.Status.StoreTrouble}: {before} entries before, {rig.Rig.Log.Size} now");
        }

        AssertRecovered(rig);
    }

    [RootFact]
    public async Task A_tiny_disk_filled_by_another_is_helped_by_a_small_ballast()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 2);
        using var rig = new RoomRig(Path.Combine(disk.Path, "log"), floor: 0, new EvictPolicy());
        rig.Burst(seconds: 2, perSecond: 3000);
        Assert.InRange(new FileInfo(rig.BallastFile).Length, 64 * 1024, 512 * 1024);
        disk.Fill();

        rig.Burst(seconds: 7, perSecond: 3000);

        AssertRecovered(rig);
    }

    [RootFact]
    public async Task A_gateway_that_may_let_nothing_go_leaves_out_what_comes_and_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 12);
        using var rig = new RoomRig(Path.Combine(disk.Path, "log"), floor: 2 * Megabyte, new BlockPolicy());
        rig.Sample(1000);

        disk.Fill();
        rig.Sample(1000);
        Assert.Equal(2, rig.Rig.Status.Room!.LeftOut.Count);
        Assert.Equal(0UL, rig.Rig.Log.View.Store.Extent.Oldest);

        disk.GiveBack();
        rig.Sample(60);
        rig.Wait(12);
        Assert.Empty(rig.Rig.Status.Room!.LeftOut);
        Assert.NotEmpty(rig.Gaps(GapReason.Blocked));
        rig.AssertAccounted();
    }

    [RootFact]
    public async Task A_gateway_killed_and_started_on_a_full_disk_says_so_and_keeps_what_it_measures_until_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 12);
        using var rig = new RoomRig(Path.Combine(disk.Path, "log"), floor: 0, new BlockPolicy());
        rig.Sample(1000);
        rig.Wait(12);
        File.Delete(rig.BallastFile);
        disk.Fill();
        rig.Wait(12);

        rig.Rig.Crash();
        rig.Sample(400);
        Assert.Contains("the disk is full", rig.Rig.Status.StoreTrouble ?? string.Join(' ', rig.Rig.Status.Room!.LeftOut), StringComparison.Ordinal);

        disk.GiveBack();
        rig.Sample(60);
        rig.Wait(12);
        Assert.Null(rig.Rig.Status.StoreTrouble);
        rig.AssertAccounted();
        Assert.Equal(rig.Rig.Log.Root, rig.Rig.Log.View.Root(rig.Rig.Log.Size));
    }

    /// <summary>By letting the oldest go, with every reading held or told of.</summary>
    private static void AssertRecovered(RoomRig rig)
    {
        Assert.NotEmpty(rig.Gaps(GapReason.Evicted));
        rig.Wait(12);
        Assert.Null(rig.Rig.Status.StoreTrouble);
        rig.Rig.StopAndStart();
        rig.AssertAccounted();
    }
}
