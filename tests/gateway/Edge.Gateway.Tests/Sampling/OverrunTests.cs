using Edge.Gateway.Configuration;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Sampling;

public sealed class OverrunTests
{
    [Fact]
    public void Samples_that_do_not_fit_the_queue_become_one_gap_per_channel_with_their_count_and_times()
    {
        using var rig = new WriterRig(queueCapacity: 4);
        for (var second = 0; second < 6; second++)
        {
            rig.Put(WriterRig.Ph, 7);
            rig.Put(WriterRig.Flow, second);
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        rig.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(8, rig.Queue.Lost);
        var start = HandClock.Start + 100;
        Assert.Equal(
            [("ph", start + 2, start + 5, "4 samples did not fit the queue"), ("flow", start + 2, start + 5, "4 samples did not fit the queue")],
            rig.Entries().OfType<GapEntry>().Select(g => (Assert.Single(g.Channels), g.From!.Value.Seconds, g.To!.Value.Seconds, g.Detail)));
        Assert.All(rig.Entries().OfType<GapEntry>(), g => Assert.Equal(GapReason.Overrun, g.Why));
        Assert.Equal([7.0, 0, 7, 1], rig.Values());
    }

    [Fact]
    public void What_was_said_once_is_not_said_again()
    {
        using var rig = new WriterRig(new SealSettings { Age = TimeSpan.FromSeconds(1) }, queueCapacity: 2);
        rig.PutAndTick(3);
        rig.Pass(TimeSpan.FromSeconds(1));
        rig.PutAndTick(2);
        rig.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal("1 sample did not fit the queue", Assert.Single(rig.Entries().OfType<GapEntry>()).Detail);
    }
}
