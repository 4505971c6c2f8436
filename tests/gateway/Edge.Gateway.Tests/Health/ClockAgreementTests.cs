using Edge.Gateway.Health;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;

namespace Edge.Gateway.Tests.Health;

public sealed class ClockAgreementTests : IDisposable
{
    private readonly ModelCity _city = new();
    private readonly HandClock _clock = new();
    private readonly NoteSigner _gateway = new("city.example/gw-1", KeyType.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
    private readonly ClockAgreement _agreement;

    public ClockAgreementTests() => _agreement = new ClockAgreement(_city.PolicyFor(_gateway), _clock);

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(50 * 365.25 * 86_400)]
    public void A_clock_that_is_set_while_blocks_come_disagrees_by_as_much_and_agrees_when_set_back(double ahead)
    {
        Assert.Null(Hear(0));
        Assert.Null(Hear(2));

        _clock.Ahead = ahead;
        Assert.Equal(ahead, Hear(2)!.Value, 3.0);
        _clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(ahead, _agreement.Look(null)!.Value, 3.0);

        _clock.Ahead = 0;
        Assert.Null(_agreement.Look(null));
    }

    [Fact]
    public void Minutes_that_signing_and_looking_take_and_the_clocks_own_uncertainty_are_no_disagreement()
    {
        Hear(0);
        Hear(2);
        _clock.Ahead = -115;
        Assert.Null(Hear(2));
        _clock.Ahead = -1000;
        _clock.Uncertainty = 1_000_000;
        Assert.Null(Hear(2));
        _clock.Source = ClockSource.None;
        Assert.Null(Hear(2));
    }

    [Fact]
    public void A_block_that_the_broker_has_kept_does_not_make_the_clock_ahead()
    {
        Assert.Null(_agreement.Look(_city.Block(_clock.True - 7 * 86_400)));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(_agreement.Look(_city.Block(_clock.True - 3 * 86_400)));
        Assert.Null(Hear(30));
        Assert.Null(Hear(2));
    }

    [Fact]
    public void A_block_that_the_broker_has_kept_shows_that_the_clock_is_behind()
    {
        _clock.Ahead = -7200;
        Assert.Equal(-3600, _agreement.Look(_city.Block(_clock.True - 3600))!.Value, 3.0);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _city.Dispose();
    }

    /// <summary>A block comes after so many seconds, signed a second before.</summary>
    private double? Hear(double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return _agreement.Look(_city.Block(_clock.True - 1));
    }
}
