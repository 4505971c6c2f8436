using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>
/// What gives a reading its meaning, each by the leaf hash of its entry: the boot it was taken in; since that boot its channel's configuration and
/// calibration and the last clock correction; the last seal. Zeros where there is none. A gateway writes configurations and calibrations again after each boot.
/// A reading carries <see cref="Hash"/>, so that none of these can be exchanged afterwards; the seal in it also holds the lower bound in time.
/// </summary>
public readonly record struct ReadingContext(Hash32 Boot, Hash32 Configuration, Hash32 Calibration, Hash32 Clock, Hash32 Seal)
{
    /// <summary>H("edge-context/v1\n" || boot || configuration || calibration || clock || seal), H being the hash function of the log.</summary>
    public Hash32 Hash(TreeHasher hasher)
    {
        Span<byte> message = stackalloc byte[Label.Length + (5 * Hash32.Size)];
        Label.CopyTo(message);
        var rest = message[Label.Length..];
        Boot.Bytes.CopyTo(rest);
        Configuration.Bytes.CopyTo(rest[32..]);
        Calibration.Bytes.CopyTo(rest[64..]);
        Clock.Bytes.CopyTo(rest[96..]);
        Seal.Bytes.CopyTo(rest[128..]);
        return hasher.Hash(message);
    }

    private static ReadOnlySpan<byte> Label => "edge-context/v1\n"u8;
}
