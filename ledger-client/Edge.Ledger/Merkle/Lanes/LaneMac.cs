using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>HMAC-SHA-256 (RFC 2104) of neighbouring numbers under one key, many at a time: two blocks each, since the key's own are hashed beforehand.</summary>
internal abstract unsafe class LaneMac
{
    private protected const int BlockLength = Padding.BlockLength;

    /// <summary>Numbers side by side.</summary>
    public abstract int Count { get; }

    /// <summary>The widest that this processor does well and the runtime was not told to leave alone; null where there is none.</summary>
    public static LaneMac? Widest(ReadOnlySpan<byte> key)
    {
        if (LaneHasher.Widest is null)
            return null;
        Span<byte> inner = stackalloc byte[BlockLength], outer = stackalloc byte[BlockLength];
        inner.Clear();
        if (key.Length > BlockLength)
            SHA256.HashData(key, inner);
        else
            key.CopyTo(inner);
        for (var i = 0; i < BlockLength; i++)
            (inner[i], outer[i]) = ((byte)(inner[i] ^ 0x36), (byte)(inner[i] ^ 0x5C));
        return Lanes16.AreHere ? new VectorMac<TwinLanes<Lanes16, Vector512<uint>>, Twin<Vector512<uint>>>(inner, outer)
            : Lanes8.AreHere ? new VectorMac<Lanes8, Vector256<uint>>(inner, outer)
            : new VectorMac<Lanes4, Vector128<uint>>(inner, outer);
    }

    /// <summary>The first 16 bytes of the codes of <see cref="Count"/> numbers, each a u64 big-endian.</summary>
    /// <param name="first">The first number; after the largest comes 0.</param>
    /// <param name="codes">Room for 16 bytes each.</param>
    public abstract void Derive(ulong first, byte* codes);
}
