using System.Globalization;
using Edge.Ledger.City;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>Follows the city's blocks: only verified ones, only forwards. Not thread-safe.</summary>
public sealed class BlockFollower
{
    private readonly TrustPolicy _policy;
    private readonly string _city;

    /// <param name="policy">The city log's key and the quorum.</param>
    /// <param name="city">The city log's origin.</param>
    /// <param name="stored">The newest block stored earlier, if any; ignored if the policy no longer accepts it.</param>
    public BlockFollower(TrustPolicy policy, string city, ReadOnlyMemory<byte>? stored)
    {
        _policy = policy;
        _city = city;
        Newest = stored is { } bytes ? CityBlock.Verify(bytes.Span, policy, city, out _) : null;
    }

    /// <summary>The newest verified block; null before the first.</summary>
    public CityBlock? Newest { get; private set; }

    /// <summary>Takes a block.</summary>
    /// <param name="payload">A block as published.</param>
    /// <param name="refused">Why it was not taken; null if it is the one known already.</param>
    /// <returns>The block if it is newer than <see cref="Newest"/>, which it then is; null otherwise.</returns>
    public CityBlock? Take(ReadOnlySpan<byte> payload, out string? refused)
    {
        refused = null;
        if (CityBlock.Verify(payload, _policy, _city, out var reason) is not { } block)
        {
            refused = $"a block was not believed: {reason}";
            return null;
        }
        if (Newest is { } newest)
        {
            if (block.Hash == newest.Hash) return null;
            if (block.Header.Height <= newest.Header.Height || Size(block) <= Size(newest))
            {
                refused = string.Create(CultureInfo.InvariantCulture,
                    $"a block was not taken: height {block.Header.Height} with size {Size(block)} does not follow height {newest.Header.Height} with size {Size(newest)}");
                return null;
            }
        }
        return Newest = block;
    }

    private static ulong Size(CityBlock block) => block.Proof.Block.Checkpoint!.Size;
}
