using Edge.Gateway.Configuration;
using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Store.Segments;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class StorePatrolTests
{
    [Fact]
    public void What_rots_in_a_part_that_nobody_reads_is_found_and_becomes_a_gap_while_the_gateway_measures()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 50 }, parts: new SegmentOptions { Bytes = 4096, Ahead = 512 });
        for (var i = 0; i < 30; i++)
            rig.PutAndTick(50);
        var patrol = new StorePatrol(rig.Log, rig.Clock);
        patrol.Tick();
        Rot(Path.Combine(rig.Configuration.Store.Folder, "00000002.seg"));

        for (var minute = 0; minute < 3; minute++)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            patrol.Tick();
            rig.PutAndTick(50);
        }

        var told = Assert.Single(rig.Log.Damage);
        var gaps = new List<GapEntry>();
        var behind = told.First + told.Count;
        rig.Log.View.ReadEntries(behind, rig.Log.Size - behind, (_, bytes) =>
        {
            if (Entry.Decode(bytes) is GapEntry gap)
                gaps.Add(gap);
        });
        Assert.Contains($"the entries {told.First} to {behind - 1} of this log were damaged", Assert.Single(gaps, g => g.Why == GapReason.StoreDamaged).Detail, StringComparison.Ordinal);
        rig.StopAndStart();
        Assert.Empty(rig.Log.Damage);
    }

    private static void Rot(string segment)
    {
        var bytes = File.ReadAllBytes(segment);
        var frame = Enumerable.Range(0, bytes.Length / 8).Select(i => i * 8).First(at => bytes.AsSpan(at).StartsWith("EdgeFrm1"u8) && bytes[at + 12] > 0);
        using var file = File.OpenWrite(segment);
        file.Position = frame + 60;
        file.WriteByte((byte)(bytes[frame + 60] ^ 1));
    }
}
