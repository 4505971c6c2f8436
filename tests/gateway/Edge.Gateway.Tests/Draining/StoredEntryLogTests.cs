using System.Buffers;
using Edge.Gateway.Draining;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Tiles;
using Edge.Store.Log;
using Edge.Store.Segments;

namespace Edge.Gateway.Tests.Draining;

public sealed class StoredEntryLogTests
{
    private static StoredEntryLog Open(WriterRig rig, bool isHalted = false) => new(LogFolder.OpenReader(rig.Configuration.Store.Folder), rig.Status, () => isHalted);

    private static byte[][] Read(StoredEntryLog log, ulong first, ulong end, int room = int.MaxValue)
    {
        var bundle = new ArrayBufferWriter<byte>();
        var count = log.Read(first, end, room, bundle);
        var entries = new List<byte[]>();
        foreach (var entry in new EntryBundle(bundle.WrittenSpan))
            entries.Add(entry.ToArray());
        Assert.Equal(count, entries.Count);
        return [.. entries];
    }

    [Fact]
    public void Entries_are_the_logs_own_bytes_as_soon_as_they_are_durable_sealed_or_not()
    {
        using var rig = new WriterRig();
        using var log = Open(rig);
        rig.PutAndTick(20);
        Assert.Equal((ulong)WriterRig.Opening, log.Size);
        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(rig.Log.Size, log.Size);
        Assert.True(rig.Announced[^1] < log.Size);
        Assert.Equal(Enumerable.Range(0, (int)log.Size).Select(i => rig.Log.View.ReadEntry((ulong)i)), Read(log, 0, log.Size));
        Assert.Equal([rig.Log.View.ReadEntry(7), rig.Log.View.ReadEntry(8)], Read(log, 7, 9));
    }

    [Fact]
    public void A_log_that_the_city_knows_another_history_of_gives_nothing_away()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(20);
        rig.Pass(TimeSpan.FromSeconds(1));
        using var halted = Open(rig, isHalted: true);
        using var log = Open(rig);

        Assert.Equal((0UL, 0UL), (halted.Size, halted.Oldest));
        Assert.Equal(rig.Log.Size, log.Size);
    }

    [Fact]
    public void A_bundle_is_filled_until_its_room_is_used()
    {
        using var rig = new WriterRig();
        using var log = Open(rig);
        rig.PutAndTick(20);
        rig.Pass(TimeSpan.FromSeconds(1));
        var length = rig.Log.View.ReadEntry(10).Length + sizeof(ushort);

        Assert.Single(Read(log, 10, 20, room: 1));
        Assert.Equal(3, Read(log, 10, 20, room: (2 * length) + 1).Length);
    }

    [Fact]
    public void Evicted_entries_are_not_there_and_the_rest_is()
    {
        using var rig = new WriterRig();
        using var log = Open(rig);
        for (var i = 0; i < 10; i++)
        {
            rig.PutAndTick(5);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Log.Evict(20);

        Assert.True(log.Oldest > 0);
        Assert.Empty(Read(log, 0, log.Size));
        Assert.Equal(log.Size - log.Oldest, (ulong)Read(log, log.Oldest, log.Size).Length);
    }

    [Fact]
    public void Damaged_entries_end_a_bundle_and_those_behind_them_are_read()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        for (var i = 0; i < 30; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Crash(frames => frames[frames.Count / 2]);
        var damage = Assert.Single(rig.Log.Damage);
        using var log = Open(rig);

        Assert.Equal(damage.First, (ulong)Read(log, 0, log.Size).Length);
        Assert.Empty(Read(log, damage.First, log.Size));
        var behind = damage.First + damage.Count;
        Assert.Equal(log.Size - behind, (ulong)Read(log, behind, log.Size).Length);
    }
}
