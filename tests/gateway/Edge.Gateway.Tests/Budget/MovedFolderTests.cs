using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Testing;

namespace Edge.Gateway.Tests.Budget;

public sealed class MovedFolderTests
{
    [Fact]
    public void Of_a_folder_that_is_away_nobody_says_that_its_entries_could_not_be_evicted()
    {
        using var rig = new RoomRig(new BlockPolicy());
        rig.Rig.Meter = null;
        rig.Sample(3);

        Directory.Move(rig.Rig.Configuration.Store.Folder, rig.Rig.Configuration.Store.Folder + "-aside");
        rig.Rig.Clock.Advance(TimeSpan.FromSeconds(6));
        rig.Keeper.Tick();
        rig.Sample(20);

        Assert.NotNull(rig.Rig.Status.StoreTrouble);
        Assert.Empty(rig.Said);
    }

    [Fact]
    public void A_folder_that_is_away_when_the_room_is_looked_at_is_waited_for()
    {
        using var parent = new TemporaryDirectory();
        using var rig = new RoomRig(parent.File("log"), floor: 0, new BlockPolicy());
        rig.Sample(3);
        var folder = rig.Rig.Configuration.Store.Folder;

        Directory.Move(folder, folder + "-aside");
        rig.Rig.Clock.Advance(TimeSpan.FromSeconds(6));
        rig.Keeper.Tick();
        rig.Sample(20);
        Assert.Contains(folder, rig.Rig.Status.StoreTrouble, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder));

        Directory.Move(folder + "-aside", folder);
        rig.Sample(20);
        rig.Wait(12);
        Assert.Null(rig.Rig.Status.StoreTrouble);
        rig.AssertAccounted();
    }
}
