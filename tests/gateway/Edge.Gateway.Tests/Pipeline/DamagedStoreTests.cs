using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.ExceptionServices;
using Edge.Gateway.Past;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Segments;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class DamagedStoreTests
{
    [Fact]
    public void A_gateway_starts_on_a_damaged_store_and_writes_a_gap_between_the_readings_that_are_left()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        for (var i = 0; i < 30; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        var size = rig.Log.Size;
        rig.Crash(frames => frames[frames.Count / 2]);

        var damage = Assert.Single(rig.Log.Damage);
        Assert.InRange(damage.Count, 1UL, 3UL);
        Assert.Throws<LogDamagedException>(() => rig.Log.View.ReadEntry(damage.First));
        var told = Assert.Single(Since(rig, size).OfType<GapEntry>(), g => g.Why == GapReason.StoreDamaged);
        Assert.Contains($"the entries {damage.First} to {damage.First + damage.Count - 1} of this log", told.Detail, StringComparison.Ordinal);
        Assert.InRange(told.To!.Value.Seconds - told.From!.Value.Seconds, 1, 3);
    }

    [Theory]
    [InlineData(true, GapReason.Stopped, "the gateway ended without a stop, and it is not known whether the board went on running; readings after the last commit may be missing")]
    [InlineData(false, GapReason.PoweredOff, "the gateway ended without a stop; readings after the last commit may be missing")]
    public void A_gateway_of_whose_last_run_the_newest_entries_are_damaged_does_not_say_that_the_board_was_off(bool damaged, GapReason why, string detail)
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        for (var i = 0; i < 10; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Clock.Reboot(TimeSpan.FromMinutes(5));
        if (damaged)
            rig.Crash(frames => frames[^1]);
        else
            rig.Crash();

        var gap = Assert.Single(Since(rig, rig.Log.Damage is [.., var lost] ? lost.First + lost.Count : 0).OfType<GapEntry>(), g => g.Why != GapReason.StoreDamaged);
        Assert.Equal((why, detail), (gap.Why, gap.Detail));
        Assert.True(rig.Status.EndedWithoutStop);
    }

    [Theory]
    [InlineData(ClockSource.Kernel, 0, true)]
    [InlineData(ClockSource.Kernel, -3600, false)]
    [InlineData(ClockSource.None, 0, false)]
    public void What_was_damaged_at_the_end_of_the_last_run_was_before_this_start(ClockSource source, double ahead, bool bounded)
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        for (var i = 0; i < 10; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Clock.Advance(TimeSpan.FromSeconds(30));
        (rig.Clock.Source, rig.Clock.Ahead) = (source, ahead);
        rig.Crash(frames => frames[^1]);

        var told = Assert.Single(Since(rig, Assert.Single(rig.Log.Damage) is var lost ? lost.First + lost.Count : 0).OfType<GapEntry>(), g => g.Why == GapReason.StoreDamaged);
        Assert.NotNull(told.From);
        Assert.Equal(bounded ? rig.Clock.Wall() : null, told.To);
    }

    [Fact]
    public void A_gateway_whose_newest_seal_was_damaged_goes_on_behind_it()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        rig.PutAndTick(3);
        Assert.True(rig.Writer.Stop());
        var size = rig.Log.Size;
        var leaf = rig.Log.View.Node(0, size - 1);

        rig.Crash(frames => frames[^1]);

        Assert.Throws<LogDamagedException>(() => rig.Log.View.ReadEntry(size - 1));
        Assert.Equal(size, Since(rig, size).OfType<SealEntry>().First().First);
        Assert.Equal(leaf, rig.Log.View.Node(0, size - 1));
    }

    [Fact]
    public void The_gap_after_a_newest_seal_that_was_damaged_begins_with_the_newest_reading_that_is_left()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        for (var i = 0; i < 20; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Put(WriterRig.Ph, 3);
        rig.Writer.Tick();
        var size = rig.Log.Size;
        Assert.Equal(size, rig.Announced[^1]);

        rig.Crash(frames => frames[^1]);

        var lost = Assert.Single(rig.Log.Damage);
        var newest = Since(rig, 0, lost.First).OfType<ReadingEntry>().Last();
        var gap = Assert.Single(Since(rig, size).OfType<GapEntry>(), g => g.Why == GapReason.Stopped);
        Assert.InRange(gap.From!.Value.Seconds - newest.Wall!.Value.Seconds, 0, 1);
    }

    [Fact]
    public void Damage_whose_gap_was_never_committed_is_told_at_the_next_start_and_then_no_more()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        for (var i = 0; i < 30; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        var size = rig.Log.Size;
        rig.AtStart = RefusingStore.Fault.RefusesGroups;
        rig.Crash(frames => frames[frames.Count / 2]);
        Assert.Equal(size, rig.Log.Size);
        Assert.Single(rig.Log.Damage);

        rig.AtStart = RefusingStore.Fault.None;
        rig.Crash();

        var damage = Assert.Single(rig.Log.Damage);
        var told = Assert.Single(Since(rig, size).OfType<GapEntry>(), g => g.Why == GapReason.StoreDamaged);
        Assert.Contains($"the entries {damage.First} to {damage.First + damage.Count - 1} of this log", told.Detail, StringComparison.Ordinal);
        rig.Crash();
        Assert.Empty(rig.Log.Damage);
    }

    [Fact]
    public void A_note_of_a_million_entries_that_are_not_there_does_not_keep_the_gateway_from_starting_at_once()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        rig.PutAndTick(50);
        Assert.True(rig.Writer.Stop());
        var size = rig.Log.Size + 1_000_000;
        var met = 0;
        EventHandler<FirstChanceExceptionEventArgs> count = (_, e) => met += e.Exception is LogDamagedException ? 1 : 0;

        AppDomain.CurrentDomain.FirstChanceException += count;
        rig.Crash(folder => Note(Path.Combine(folder, "sealed"), size));
        AppDomain.CurrentDomain.FirstChanceException -= count;

        Assert.True(rig.Log.Size > size);
        Assert.InRange(met, 1, 1000);
    }

    /// <summary>Writes the size of the newest commit as the store does.</summary>
    private static void Note(string file, ulong size)
    {
        Span<byte> record = stackalloc byte[20];
        "EdgeCmt1"u8.CopyTo(record);
        BinaryPrimitives.WriteUInt64LittleEndian(record[8..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(record[16..], Castagnoli(record[..16]));
        using var stream = File.OpenWrite(file);
        stream.Position = 2 * 4096;
        stream.Write(record);
    }

    private static uint Castagnoli(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }

    [Fact]
    public void What_is_damaged_does_not_keep_the_rest_from_being_evicted()
    {
        var seals = 0;
        for (var frame = 0; frame < 24; frame++)
        {
            using var rig = new WriterRig(parts: new SegmentOptions());
            for (var i = 0; i < 25; i++)
            {
                rig.Put(WriterRig.Flow, i);
                rig.Pass(TimeSpan.FromSeconds(1));
            }

            var announced = rig.Announced.ToList();
            rig.Crash(frames => frames[frame]);
            var lost = Assert.Single(rig.Log.Damage);
            seals += announced.Count(size => size - 1 >= lost.First && size - 1 < lost.First + lost.Count);

            for (var below = lost.First; below < lost.First + lost.Count + 2; below++)
                KeptEntries.Keep(rig.Log, below);
        }

        Assert.True(seals > 0, "no seal was among what was damaged");
    }

    [Fact]
    public void A_gateway_whose_hashes_of_evicted_entries_are_lost_starts_and_goes_on()
    {
        using var rig = new WriterRig();
        for (var i = 0; i < 600; i++)
        {
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.True(rig.Writer.Stop());
        rig.Log.Evict(500);
        var (size, root) = (rig.Log.Size, rig.Log.Root);

        rig.Crash(folder =>
        {
            File.Delete(Path.Combine(folder, "hashes.0"));
            File.Delete(Path.Combine(folder, "hashes.1"));
        });
        rig.PutAndTick(3);

        Assert.True(rig.Writer.Stop());
        Assert.True(rig.Log.Size > size + 3);
        Assert.NotEqual(root, rig.Log.Root);
    }

    private static IEnumerable<Entry> Since(WriterRig rig, ulong first, ulong? end = null)
    {
        for (var index = first; index < (end ?? rig.Log.Size); index++)
            yield return Entry.Decode(rig.Log.View.ReadEntry(index));
    }
}
