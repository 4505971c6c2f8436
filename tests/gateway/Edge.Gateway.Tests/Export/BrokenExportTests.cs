using Edge.Gateway.Configuration;
using Edge.Gateway.Export;
using Edge.Gateway.Past;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Verify.Audit;

namespace Edge.Gateway.Tests.Export;

/// <summary>Exports of a log that has evicted or lost something, as an auditor finds them.</summary>
public sealed class BrokenExportTests : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly ExportedFolder _folder = new();

    [Fact]
    public void After_an_eviction_the_audit_still_sees_under_what_each_reading_was_taken()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 50 });
        rig.PutAndTick(300);
        rig.Clock.Source = ClockSource.Configured;
        Sample(rig, 400);
        KeptEntries.Keep(rig.Log, 600);
        rig.Log.Evict(600);

        Export(rig);

        var result = Audit(rig);
        Assert.Equal((Outcome.ValidBut, AuditCode.Pruned), (result.Outcome, Assert.Single(result.Findings).Code));
        Assert.True(result.Review.Readings > 300);
        File.Delete(_folder.At("contexts"));
        Assert.Contains(Audit(rig).Findings, f => f.Code == AuditCode.ContextUnchecked);
    }

    [Fact]
    public void A_later_export_after_more_was_evicted_leaves_what_the_first_one_told()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 50 });
        Sample(rig, 400);
        KeptEntries.Keep(rig.Log, 300);
        rig.Log.Evict(300);
        Export(rig);
        var told = File.ReadAllBytes(_folder.At("contexts"));
        Sample(rig, 200);
        KeptEntries.Keep(rig.Log, 700);
        rig.Log.Evict(700);

        Export(rig);

        Assert.Equal(told, File.ReadAllBytes(_folder.At("contexts")));
        Assert.Equal(AuditCode.Pruned, Assert.Single(Audit(rig).Findings).Code);
    }

    [Fact]
    public void A_whole_log_has_no_such_file()
    {
        using var rig = new WriterRig();
        Sample(rig, 200);

        Export(rig);

        Assert.False(File.Exists(_folder.At("contexts")));
        Assert.Equal(Outcome.Valid, Audit(rig).Outcome);
    }

    [Fact]
    public void Of_a_damaged_log_only_what_is_damaged_is_not_there_and_is_told_to_be_lost()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 50 }, parts: new SegmentOptions());
        Sample(rig, 400);
        rig.Crash(frames => frames[frames.Count / 2]);
        Sample(rig, 10);
        var damage = Assert.Single(rig.Log.Damage);

        var sum = Export(rig);

        Assert.Equal((damage.Count, 0UL, 1UL), (sum.Lost, sum.FirstEntry, sum.Incomplete));
        var result = Audit(rig);
        Assert.Equal((Outcome.ValidBut, sum.Under.Checkpoint.Size - damage.Count), (result.Outcome, result.Checked));
        var lost = Assert.Single(result.Findings, f => f.Code == AuditCode.Lost);
        Assert.Equal((damage.First, damage.Count), (lost.FirstEntry, lost.Count));
    }

    [Fact]
    public void Damage_that_no_gap_under_the_checkpoint_tells_of_is_missing()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 50 }, parts: new SegmentOptions());
        Sample(rig, 400);
        rig.Crash(frames => frames[frames.Count / 2]);
        var damage = Assert.Single(rig.Log.Damage);

        Export(rig);

        var fault = Assert.Single(Audit(rig).Findings, f => f.IsFault);
        Assert.Equal((AuditCode.Missing, damage.First, damage.Count), (fault.Code, fault.FirstEntry, fault.Count));
    }

    [Fact]
    public void What_an_earlier_export_saved_stays_when_it_is_damaged_later()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 50 }, parts: new SegmentOptions());
        Sample(rig, 400);
        rig.Crash(frames => frames[frames.Count / 2]);
        Sample(rig, 10);
        var first = Assert.Single(rig.Log.Damage);
        Export(rig);
        rig.Crash(frames => frames[(frames.Count / 2) - 8]);
        Sample(rig, 10);
        var second = Assert.Single(rig.Log.Damage);
        Assert.Equal(first.First / 256, second.First / 256);

        Assert.Equal(first.Count, Export(rig).Lost);
        var lost = Assert.Single(Audit(rig).Findings, f => f.Code == AuditCode.Lost);
        Assert.Equal((first.First, first.Count), (lost.FirstEntry, lost.Count));

        Directory.Delete(_folder.Path, recursive: true);
        Assert.Equal(first.Count + second.Count, Export(rig).Lost);
        Assert.Equal(Outcome.ValidBut, Audit(rig).Outcome);
    }

    public void Dispose()
    {
        _city.Dispose();
        _folder.Dispose();
    }

    private void Sample(WriterRig rig, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            rig.Put(WriterRig.Ph, 7);
            rig.Put(WriterRig.Flow, i);
            rig.Pass(TimeSpan.FromSeconds(1));
        }

        rig.Pass(TimeSpan.FromSeconds(30));
        _city.Anchor(rig);
    }

    private ExportSum Export(WriterRig rig) => new TileExport(new LogView(rig.Log.View.Store), ExportWords.English, _ => { }).Write(_folder.Path, newest: false, CancellationToken.None);

    private AuditResult Audit(WriterRig rig) => new DirectoryAudit(_folder.Path, _city.PolicyFor(rig.Signer), (_, _) => { }).Run();
}
