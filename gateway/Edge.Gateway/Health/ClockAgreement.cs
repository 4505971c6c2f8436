using Edge.Gateway.Time;
using Edge.Ledger.City;
using Edge.Ledger.Policies;

namespace Edge.Gateway.Health;

/// <summary>
/// Whether the board's clock agrees with the city's time, which a quorum of the departments signs and the monotonic clock carries on. That it is behind is certain:
/// a quorum signed later. That it is ahead is believed only while blocks come as time passes: an old one that the broker has kept says nothing.
/// One thread at a time; looked at at least twice a minute.
/// </summary>
public sealed class ClockAgreement(TrustPolicy policy, IGatewayClock clock)
{
    /// <summary>Between blocks that come as time passes.</summary>
    private const double MostDrift = 60;

    /// <summary>On top of the clock's own uncertainty: a block is not made, signed, sent and looked at in an instant.</summary>
    private const double Patience = 120;

    private (double Seconds, ulong Monotonic)? _city;
    private ulong? _height;
    private bool _isLive;

    /// <param name="block">The newest that verified.</param>
    /// <returns>Seconds that the board's clock is ahead of the city, negative when behind; null when they agree, or one of them is not known.</returns>
    public double? Look(CityBlock? block)
    {
        var now = clock.Now();
        if (block is not null && block.Header.Height != _height)
            Hear(block, now.Monotonic);
        if (now.Wall is not { } wall || City(now.Monotonic) is not { } city)
            return null;
        var ahead = wall.Seconds - city;
        return Math.Abs(ahead) > Patience + (wall.UncertaintyMilliseconds / 1000.0) && (ahead < 0 || _isLive) ? ahead : null;
    }

    private double? City(ulong now) => _city is var (seconds, at) ? seconds + ((now - at) / 1e9) : null;

    private void Hear(CityBlock block, ulong now)
    {
        _height = block.Header.Height;
        if (TimeBounds.SignedFrom(policy, block.Proof.Block.Cosigners) is not { } seconds)
            return;
        _isLive = City(now) is { } expected && Math.Abs(seconds - expected) <= MostDrift;
        _city = (seconds, now);
    }
}
