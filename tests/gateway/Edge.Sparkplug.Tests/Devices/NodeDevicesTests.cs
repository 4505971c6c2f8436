using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Sparkplug.Devices;
using Edge.Sparkplug.Tests.Nodes;

namespace Edge.Sparkplug.Tests.Devices;

public sealed class NodeDevicesTests : INodeClock
{
    private readonly NodeDevices _devices;

    public NodeDevicesTests() => _devices = new NodeDevices(NodeRig.Options, this, startedAt: 10);

    public DateTimeOffset? Vouched => null;

    public DateTimeOffset At(ulong monotonic) => DateTimeOffset.FromUnixTimeMilliseconds((long)(monotonic / 1_000_000) + 5000);

    [Fact]
    public void Every_alias_of_a_node_is_another()
    {
        var aliases = _devices.All.SelectMany(d => d.Channels).Select(c => c.Alias).ToList();

        // The node's own come before.
        Assert.Equal([2ul, 3, 4], aliases);
    }

    [Fact]
    public void Dots_of_a_name_become_folders() => Assert.Equal("water/tap/ph", _devices.All[0].Channels[0].MetricName);

    [Fact]
    public void A_reading_is_found_by_its_channel_and_has_its_own_time()
    {
        Assert.True(_devices.TryRead(3, Entry("water.tap.ph", new WallTime(1764350000.4567, 100)), out var channel, out var reading));
        Assert.Equal("water.tap.ph", channel.Name);
        Assert.Equal(new NodeReading(3, 7.25, Quality.Good, Reason.None, 1764350000456, true), reading);
    }

    [Fact]
    public void Without_wall_time_a_reading_of_this_run_gets_the_best_guess_and_says_so_and_one_of_an_earlier_run_is_not_told()
    {
        Assert.True(_devices.TryRead(10, Entry("water.tap.ph", null), out _, out var reading));
        Assert.Equal((5007ul, false), (reading.Timestamp, reading.IsVouched));
        Assert.False(_devices.TryRead(9, Entry("water.tap.ph", null), out _, out _));
    }

    [Fact]
    public void What_is_of_no_channel_or_no_reading_is_not_told()
    {
        Assert.False(_devices.TryRead(10, Entry("water.tap.orp", null), out _, out _));
        Assert.False(_devices.TryRead(10, new GapEntry([], null, null, GapReason.PoweredOff, "").Encode(new byte[Salt.Size]), out _, out _));
        Assert.False(_devices.TryRead(10, [0xff, 0x00], out _, out _));
    }

    [Fact]
    public void A_device_is_lost_after_three_rounds_without_an_answer_and_back_after_one_with()
    {
        var device = _devices.All[0];
        for (var i = 0; i < 5; i++)
            device.Note(Unanswered);
        Assert.False(device.IsLost);
        device.Note(Unanswered);
        Assert.True(device.IsLost);
        device.Note(Unanswered with { Value = 1, Quality = Quality.Uncertain, Reason = Reason.NoAnswer });
        Assert.False(device.IsLost);
    }

    [Fact]
    public void What_is_computed_is_never_lost()
    {
        for (var i = 0; i < 100; i++)
            _devices.All[1].Note(Unanswered);
        Assert.False(_devices.All[1].IsLost);
    }

    private static NodeReading Unanswered => new(1, null, Quality.Bad, Reason.BusFault, 1, true);

    private static byte[] Entry(string channel, WallTime? wall) =>
        new ReadingEntry(channel, "pH", 7.25, 1, Quality.Good, Reason.None, 7_000_000, wall, default(Hash32)).Encode(new byte[Salt.Size]);
}
