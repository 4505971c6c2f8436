using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class StoreRoomTests
{
    [Fact]
    public void Budget_floor_and_policies_arrive_in_their_order()
    {
        var store = ConfigurationText.Read(With("budget: 1.5GiB, free_space_floor: 200MB, stuck_after: 10min, when_full: [stop: [tap.ph], thin: { keep: 10, channels: [main.pressure] }, evict, block]")).Store;

        Assert.Equal((1_610_612_736, 200_000_000, 10.0), (store.Budget, store.FreeSpaceFloor, store.StuckAfter.TotalMinutes));
        Assert.Equal(["tap.ph"], Assert.IsType<StopPolicy>(store.WhenFull[0]).Channels);
        var thin = Assert.IsType<ThinPolicy>(store.WhenFull[1]);
        Assert.Equal((10, "main.pressure"), (thin.Keep, Assert.Single(thin.Channels)));
        Assert.IsType<EvictPolicy>(store.WhenFull[2]);
        Assert.IsType<BlockPolicy>(store.WhenFull[3]);
    }

    [Theory]
    [InlineData("budget: 8G", "store.budget: \"8G\" is not an amount of data")]
    [InlineData("budget: 1MB", "store.budget: 1MB is out of range; write 16 MB to 1000 TB")]
    [InlineData("free_space_floor: -1MB", "store.free_space_floor: ")]
    [InlineData("stuck_after: 1s", "store.stuck_after: 1s is out of range; write 1min to ")]
    [InlineData("when_full: evict", "store.when_full: must be a list of at least one policy")]
    [InlineData("when_full: []", "store.when_full: must be a list of at least one policy")]
    [InlineData("when_full: [shrink]", "store.when_full[0]: \"shrink\" is not a policy; write stop: ")]
    [InlineData("when_full: [shrink: [tap.ph]]", "store.when_full[0]: \"shrink\" is not a policy; write stop: ")]
    [InlineData("when_full: [stop: [tap.hp]]", "store.when_full[0].stop: no sensor has a channel \"tap.hp\"; known are main.pressure, tap.ph")]
    [InlineData("when_full: [thin: { keep: 2, channels: [] }]", "store.when_full[0].thin.channels: names no channel; ")]
    [InlineData("when_full: [stop: []]", "store.when_full[0].stop: names no channel; ")]
    [InlineData("when_full: [stop: tap.ph]", "store.when_full[0].stop: must be a list of channel names")]
    [InlineData("when_full: [thin: { keep: 1 }]", "store.when_full[0].thin.keep: one of how many readings is kept?")]
    [InlineData("when_full: [thin: { channels: [tap.ph] }]", "store.when_full[0].thin.keep: one of how many readings is kept?")]
    [InlineData("when_full: [thin: { keep: 5, evry: 2 }]", "store.when_full[0].thin.evry: is not a setting here; known are channels, keep")]
    [InlineData("when_full: [block, evict]", "store.when_full[1]: never comes into force: block stands before it")]
    [InlineData("when_full: [evict, evict]", "store.when_full[1]: evict stands there twice")]
    [InlineData("when_full: [thin: { keep: 10 }, thin: { keep: 5 }]", "store.when_full[1]: keeps no less than the policy before it")]
    [InlineData("when_full: [stop: [tap.ph], thin: { keep: 5, channels: [tap.ph] }]", "store.when_full[1]: tap.ph is stopped by a policy before it; name it once")]
    public void What_contradicts_itself_or_the_sensors_is_named_with_what_to_write(string settings, string expected) =>
        Assert.Contains(ConfigurationText.Problems(With(settings)), p => p.StartsWith($"{ConfigurationText.Path}:6: {expected}", StringComparison.Ordinal));

    private static string With(string settings) => ConfigurationText.With("commit_age: 500ms", settings);
}
