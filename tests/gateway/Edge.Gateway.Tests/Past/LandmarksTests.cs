using Edge.Gateway.Past;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Past;

public sealed class LandmarksTests
{
    [Fact]
    public void Runs_of_boots_and_clock_changes_are_found_from_the_latest_back()
    {
        using var rig = new WriterRig();
        rig.Clock.Source = ClockSource.None;
        rig.PutAndTick(3);
        var clock = rig.Log.Size;
        rig.StopAndStart();

        var runs = Landmarks.Before(rig.Log.View.Store, rig.Log.Size).ToList();

        Assert.Equal([EntryKind.Boot, EntryKind.Clock, EntryKind.Boot], runs.Select(r => Entry.Decode(rig.Log.View.ReadEntry(r.First)).Kind));
        Assert.Equal([5U, 1, 4], runs.Select(r => r.Count));
        Assert.Equal([clock, 0UL], runs.Skip(1).Select(r => r.First));
        Assert.Equal([0UL], Landmarks.Before(rig.Log.View.Store, clock - 1).Select(r => r.First));
    }
}
