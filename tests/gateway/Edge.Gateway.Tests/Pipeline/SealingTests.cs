using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class SealingTests
{
    [Fact]
    public void A_new_log_begins_with_boot_configurations_calibrations_and_a_seal()
    {
        using var rig = new WriterRig();

        Assert.Equal(
            [EntryKind.Boot, EntryKind.Configuration, EntryKind.Calibration, EntryKind.Configuration, EntryKind.Seal], rig.Entries().Select(e => e.Kind));
        Assert.Equal([(ulong)WriterRig.Opening], rig.Announced);
    }

    [Fact]
    public void A_batch_is_sealed_by_count()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 10 });

        rig.PutAndTick(25);

        Assert.Equal([5UL, 16, 27], rig.Announced);
        Assert.Equal([(0UL, 3UL), (5UL, 14UL), (16UL, 25UL)], rig.Entries().OfType<SealEntry>().Select(s => (s.First, s.Last)));
    }

    [Fact]
    public void A_batch_is_sealed_by_the_age_of_its_first_entry()
    {
        using var rig = new WriterRig(new SealSettings { Age = TimeSpan.FromSeconds(10) });
        rig.PutAndTick(1);
        rig.Pass(TimeSpan.FromSeconds(9.9));
        rig.PutAndTick(1);
        Assert.Single(rig.Announced);

        rig.Pass(TimeSpan.FromSeconds(0.1));

        Assert.Equal([5UL, 8], rig.Announced);
    }

    [Fact]
    public void Nothing_is_sealed_while_nothing_comes()
    {
        using var rig = new WriterRig();

        rig.Pass(TimeSpan.FromHours(1));

        Assert.Equal((1, (ulong)WriterRig.Opening), (rig.Announced.Count, rig.Log.Size));
    }

    [Fact]
    public void An_alarm_is_recorded_beside_its_reading_and_seals_at_once()
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 7.2);
        rig.Put(WriterRig.Ph, 9.1);
        rig.Put(WriterRig.Ph, 9.2);

        rig.Writer.Tick();

        Assert.Equal([5UL, 9], rig.Announced);
        var alarm = Assert.IsType<EventEntry>(rig.Entries()[7]);
        Assert.Equal((EntryKind.Alarm, "ph", "9.10 pH is above the limit 8.5 pH"), (alarm.Kind, alarm.Subject, alarm.Text));

        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Put(WriterRig.Ph, 8);
        rig.Writer.Tick();

        Assert.Equal("8.00 pH is within limits again", rig.Entries().OfType<EventEntry>().Last().Text);
        Assert.Equal([7.2, 9.1, 9.2, 8], rig.Values());
    }

    [Fact]
    public void A_value_that_crosses_its_limit_again_and_again_does_not_fill_the_log_with_seals()
    {
        using var rig = new WriterRig();
        for (var i = 0; i < 100; i++)
        {
            rig.Put(WriterRig.Ph, i % 2 == 0 ? 9.1 : 7.2);
            rig.Writer.Tick();
        }

        Assert.Equal(2, rig.Announced.Count);

        rig.Pass(TimeSpan.FromSeconds(1));
        rig.Writer.Tick();

        Assert.Equal(3, rig.Announced.Count);
        Assert.Equal(100, rig.Entries().OfType<EventEntry>().Count());
        Assert.Equal((ulong)rig.Entries().Length, rig.Announced[^1]);
    }

    [Fact]
    public void A_reading_waits_for_its_commit_at_most_as_long_as_configured()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(1);
        rig.Pass(TimeSpan.FromMilliseconds(999));
        Assert.Empty(rig.Values());

        rig.Pass(TimeSpan.FromMilliseconds(1));

        Assert.Equal([0.0], rig.Values());
        Assert.Single(rig.Announced);
    }

    [Fact]
    public void A_seal_counts_the_qualities_of_its_batch_and_names_the_seal_before()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 3 });
        rig.Put(WriterRig.Flow, 1);
        rig.Queue.Put(new(WriterRig.Flow, Edge.Sensors.Sampling.Sample.Uncertain(0, 2, 2, Reason.LoopUnderrange), rig.Clock.Monotonic(), rig.Clock.Wall()));
        rig.Queue.Put(new(WriterRig.Flow, Edge.Sensors.Sampling.Sample.Absent(0, Reason.NoAnswer), rig.Clock.Monotonic(), rig.Clock.Wall()));

        rig.Writer.Tick();

        var seal = rig.Entries().OfType<SealEntry>().Last();
        Assert.Equal(new QualityCounts(1, 1, 1, 1), seal.Counts);
        Assert.Equal(rig.Log.View.Node(0, WriterRig.Opening - 1), seal.Previous);
    }

    [Fact]
    public void Every_announced_size_has_a_checkpoint_signed_by_the_gateway_over_exactly_that_log()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 7 });
        rig.PutAndTick(40);

        foreach (var size in rig.Announced)
        {
            var note = SignedNote.Parse(rig.Log.View.Store.FindCheckpoint(size)!.Value.Bytes);
            Assert.Equal(new Checkpoint("city.example/gw-1", size, rig.Log.View.Root(size)), Checkpoint.Parse(note));
            Assert.True(rig.Signer.Verifier.Verify(note.Text.Span, Assert.Single(note.Signatures).Blob.Span));
        }
    }
}
