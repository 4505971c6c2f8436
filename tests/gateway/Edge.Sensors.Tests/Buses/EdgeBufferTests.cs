using Edge.Sensors.Buses;

namespace Edge.Sensors.Tests.Buses;

public sealed class EdgeBufferTests
{
    private static GpioEdge Edge(uint n) => new(n, n, 1, true);

    [Fact]
    public void Edges_come_out_in_order_across_the_end_of_the_ring()
    {
        using var buffer = new EdgeBuffer(4);
        var taken = new GpioEdge[3];
        var expected = 1u;
        for (var n = 1u; n <= 30; n++)
        {
            buffer.Add(Edge(n));
            if (n % 3 != 0)
                continue;
            Assert.Equal(3, buffer.Read(taken));
            Assert.All(taken, e => Assert.Equal(expected++, e.Sequence));
        }
    }

    [Fact]
    public void What_overflows_is_lost_behind_the_first_edge_so_that_its_number_is_missed_also_by_a_reader_that_knows_none()
    {
        using var buffer = new EdgeBuffer(4);
        for (var n = 1u; n <= 6; n++)
            buffer.Add(Edge(n));
        var taken = new GpioEdge[8];
        Assert.Equal(4, buffer.Read(taken));
        Assert.Equal([1u, 4u, 5u, 6u], taken[..4].Select(e => e.Sequence));
    }

    [Fact]
    public async Task A_reader_waits_until_it_is_signalled_or_cancelled()
    {
        using var buffer = new EdgeBuffer(4);
        using var end = new CancellationTokenSource();
        var cancelled = buffer.WaitAsync(end.Token).AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        var waiting = buffer.WaitAsync(CancellationToken.None).AsTask();
        Assert.False(waiting.IsCompleted);
        buffer.Add(Edge(1));
        buffer.Signal();
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(buffer.WaitAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }
}
