using Edge.Ledger.Mqtt.Draining;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Draining;

public sealed class TokenBucketTests
{
    private readonly ManualTimeProvider _time = new();

    private int Drain(TokenBucket bucket, int bytes)
    {
        var sent = 0;
        for (; bucket.IsOpen; sent += bytes)
            bucket.Take(bytes);
        return sent;
    }

    [Fact]
    public void A_full_one_lets_its_burst_through_and_then_waits()
    {
        var bucket = new TokenBucket(1_000, 5_000, _time);

        Assert.Equal(5_000, Drain(bucket, 500));
        Assert.False(bucket.IsOpen);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2_000, Drain(bucket, 500));
    }

    [Fact]
    public void What_it_let_through_too_much_is_owed()
    {
        var bucket = new TokenBucket(1_000, 1_000, _time);

        Assert.Equal(10_000, Drain(bucket, 10_000));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(bucket.IsOpen);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.True(bucket.IsOpen);
    }

    [Fact]
    public void A_long_rest_saves_no_more_than_the_burst()
    {
        var bucket = new TokenBucket(1_000, 3_000, _time);
        Drain(bucket, 100);

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(3_000, Drain(bucket, 100));
    }
}
