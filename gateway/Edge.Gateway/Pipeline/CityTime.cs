using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Ledger.City;
using Edge.Ledger.Policies;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// The time as a quorum of the departments tells it, carried on by the monotonic clock. No clock of the board, and no minority of departments, can move it.
/// </summary>
public sealed class CityTime(GatewayConfiguration configuration, TrustPolicy policy, IGatewayClock clock)
{
    private (double Seconds, ulong Monotonic)? _known;

    /// <summary>It is not earlier than this now, POSIX seconds; null before the city was heard of.</summary>
    public double? Now => _known is var (seconds, at) ? seconds + ((clock.Monotonic() - at) / 1e9) : null;

    /// <summary>By when a quorum had accepted what a receipt anchors, POSIX seconds; null when the policy does not believe it.</summary>
    public double? AcceptedBy(ReadOnlySpan<byte> receipt) =>
        Receipt.Verify(receipt, policy, configuration.Origin, out _) is { } verified ? TimeBounds.SignedBy(policy, verified.Accepted.Cosigners) : null;

    /// <summary>Hears the city: the later counts.</summary>
    /// <param name="receipt">A receipt, or empty.</param>
    public void Hear(ReadOnlySpan<byte> receipt, CityBlock? block)
    {
        Hear(Receipt.Verify(receipt, policy, configuration.Origin, out _)?.Block);
        Hear(block?.Proof);
    }

    private void Hear(CityProof? proof)
    {
        if (proof is not null && TimeBounds.SignedFrom(policy, proof.Block.Cosigners) is { } seconds && !(seconds < Now))
            _known = (seconds, clock.Monotonic());
    }
}
