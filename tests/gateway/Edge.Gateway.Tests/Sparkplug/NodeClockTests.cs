using Edge.Gateway.Sparkplug;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Testing;

namespace Edge.Gateway.Tests.Sparkplug;

public sealed class NodeClockTests
{
    private const ulong Second = 1_000_000_000;

    [Fact]
    public void Who_vouches_for_the_clock_now_tells_when_an_earlier_reading_was() =>
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1_800_000_000 - 40), At(new WallTime(1_800_000_000, 10)));

    [Fact]
    public void While_nobody_does_it_is_by_the_clock_that_the_board_has() =>
        Assert.Equal(new ManualTimeProvider().GetUtcNow().AddSeconds(-40), At(null));

    private static DateTimeOffset At(WallTime? wall) => new NodeClock(new Stopped(new ClockStamp(100 * Second, wall, wall is null ? ClockSource.None : ClockSource.Kernel)), new ManualTimeProvider()).At(60 * Second);

    private sealed class Stopped(ClockStamp now) : IGatewayClock
    {
        public Guid BootId => Guid.Empty;

        public ulong Monotonic() => now.Monotonic;

        public ClockStamp Now() => now;
    }
}
