using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Gateway.Tests.Pipeline;

/// <summary>What a reading says it was taken under, found again in the log by an independent reading of it from its beginning.</summary>
public sealed class ContextTests
{
    [Fact]
    public void Every_reading_carries_the_hash_of_what_was_in_force_through_seals_restarts_and_clock_changes()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 6 });
        Fill(rig);
        rig.Clock.Source = ClockSource.None;
        Fill(rig);
        rig.Clock.Source = ClockSource.Kernel;
        Fill(rig);
        rig.StopAndStart();
        Fill(rig);
        rig.Crash();
        Fill(rig);
        rig.Clock.Source = ClockSource.Configured;
        Fill(rig);
        Assert.True(rig.Writer.Stop());

        Assert.Equal(3, rig.Entries().OfType<BootEntry>().Count());
        Assert.Equal(3, rig.Entries().OfType<ClockEntry>().Count());
        Assert.Equal(6 * 20, CheckAll(rig));
    }

    [Fact]
    public void Readings_have_no_wall_time_while_nobody_vouches_for_it()
    {
        using var rig = new WriterRig();
        rig.Clock.Source = ClockSource.None;

        Fill(rig);

        Assert.All(rig.Entries().OfType<ReadingEntry>(), r => Assert.Null(r.Wall));
        Assert.Equal(ClockSource.None, Assert.Single(rig.Entries().OfType<ClockEntry>()).Clock);
    }

    private static void Fill(WriterRig rig)
    {
        for (var i = 0; i < 10; i++)
        {
            rig.Put(WriterRig.Ph, 7 + (i * 0.01));
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Pass(TimeSpan.FromSeconds(1));
    }

    /// <summary>Reads the log from its first entry as a stranger would; returns how many readings it checked.</summary>
    private static int CheckAll(WriterRig rig)
    {
        Hash32 boot = default, clock = default, seal = default;
        Dictionary<string, Hash32> configurations = [], calibrations = [];
        var readings = 0;
        rig.Log.View.ReadEntries(0, rig.Log.Size, (_, bytes) =>
        {
            var leaf = TreeHasher.Sha256.Leaf(bytes);
            switch (Entry.Decode(bytes))
            {
                case BootEntry:
                    (boot, clock) = (leaf, default);
                    break;
                case ClockEntry:
                    clock = leaf;
                    break;
                case ConfigurationEntry configuration:
                    configurations[configuration.Channel] = leaf;
                    break;
                case CalibrationEntry calibration:
                    calibrations[calibration.Channel] = leaf;
                    break;
                case SealEntry:
                    seal = leaf;
                    break;
                case ReadingEntry reading:
                    Assert.Equal(new ReadingContext(boot, configurations[reading.Channel], calibrations.GetValueOrDefault(reading.Channel), clock, seal).Hash(TreeHasher.Sha256), reading.Context);
                    readings++;
                    break;
            }
        });
        return readings;
    }
}
