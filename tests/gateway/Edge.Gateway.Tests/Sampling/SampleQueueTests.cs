using Edge.Gateway.Sampling;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Tests.Sampling;

public sealed class SampleQueueTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Samples_come_out_in_the_order_they_went_in_however_full_the_queue_was(int capacity)
    {
        var queue = new SampleQueue(1, capacity);
        var random = new Random(capacity);
        var (put, taken) = (0, 0);
        for (var turn = 0; turn < 300; turn++)
        {
            for (var room = random.Next(capacity - (put - taken) + 1); room > 0; room--)
                queue.Put(Numbered(put++));
            Assert.Equal(put - taken, queue.Count);
            for (var wanted = random.Next(put - taken + 1); wanted > 0; wanted--)
            {
                Assert.True(queue.TryTake(out var sample));
                Assert.Equal(taken++, sample.Sample.Raw);
            }
        }

        while (queue.TryTake(out var sample))
            Assert.Equal(taken++, sample.Sample.Raw);
        Assert.Equal(put, taken);
        Assert.Equal(0, queue.Lost);
    }

    [Fact]
    public void What_is_beyond_the_capacity_is_lost_and_counted()
    {
        var queue = new SampleQueue(1, 100);
        for (var i = 0; i < 130; i++)
            queue.Put(Numbered(i));

        Assert.Equal(30, queue.Lost);
        Assert.Equal(100, queue.Count);
        Assert.False(queue.TryTakeOpenHole(ulong.MaxValue, out _));
        while (queue.TryTake(out _))
        {
        }

        Assert.False(queue.TryTakeHole(out _));
        Assert.True(queue.TryTakeOpenHole(ulong.MaxValue, out var hole));
        Assert.Equal((30L, Overrun.DidNotFit), (hole.Count, hole.Why));
        Assert.False(queue.TryTakeOpenHole(ulong.MaxValue, out _));
    }

    [Fact]
    public void A_hole_comes_out_behind_the_sample_of_its_channel_that_ended_it()
    {
        var queue = new SampleQueue(2);
        queue.Put(Of(channel: 0, 1));
        queue.Skip(1, from: 10, to: 20, count: 3, hole: 15);
        queue.Put(Of(channel: 0, 2));
        queue.Put(Of(channel: 1, 3));
        queue.Miss(1, from: 30, to: 40, count: 7);
        queue.Put(Of(channel: 1, 4));
        var told = new List<(long After, long Count)>();
        while (queue.TryTake(out var sample))
        {
            while (queue.TryTakeHole(out var hole))
                told.Add((sample.Sample.Raw!.Value, hole.Count));
        }

        Assert.Equal([(3L, 3L), (4, 7)], told);
    }

    [Fact]
    public void More_holes_than_have_room_are_told_as_one_and_none_is_lost()
    {
        var queue = new SampleQueue(1);
        for (var i = 0; i < 3000; i++)
        {
            queue.Skip(0, from: (ulong)i, to: (ulong)i, count: 2, hole: i);
            queue.Put(Numbered(i));
        }

        var told = new List<Overrun>();
        for (var more = true; more;)
        {
            more = queue.TryTake(out _);
            while (queue.TryTakeHole(out var hole) || (!more && queue.TryTakeOpenHole(ulong.MaxValue, out hole)))
                told.Add(hole);
        }

        Assert.InRange(told.Count, 2, 1025);
        Assert.Equal((6000L, 2999L), (told.Sum(o => o.Count), told[^1].Longest));
    }

    [Fact]
    public async Task Samples_of_many_samplers_all_arrive_each_ones_in_order()
    {
        const int samplers = 4, each = 20_000;
        var queue = new SampleQueue(samplers, samplers * each);
        var tasks = Enumerable.Range(0, samplers).Select(s => Task.Run(() =>
        {
            for (var i = 0; i < each; i++)
                queue.Put(new StampedSample(s, Sample.Good(0, i, i), 0, null));
        })).ToList();
        var next = new long[samplers];
        for (var done = false; !done;)
        {
            done = tasks.TrueForAll(t => t.IsCompleted);
            while (queue.TryTake(out var sample))
                Assert.Equal(next[sample.Channel]++, sample.Sample.Raw);
        }

        await Task.WhenAll(tasks);
        Assert.All(next, n => Assert.Equal(each, n));
    }

    [Fact]
    public void Putting_and_taking_allocates_nothing()
    {
        var queue = new SampleQueue(1);
        long before = 0;
        for (var turn = 0; turn < 2; turn++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                queue.Skip(0, from: (ulong)i, to: (ulong)i, count: 1, hole: 1);
                queue.Put(Numbered(i));
            }

            while (queue.TryTake(out _))
            {
                while (queue.TryTakeHole(out _))
                {
                }
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static StampedSample Numbered(int number) => Of(0, number);

    private static StampedSample Of(int channel, int number) => new(channel, Sample.Good(0, number, number), 0, null);
}
