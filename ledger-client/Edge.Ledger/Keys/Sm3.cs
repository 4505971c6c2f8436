namespace Edge.Ledger.Keys;

/// <summary>The hash function SM3 (GB/T 32905-2016), by libcrypto. Safe for concurrent use.</summary>
internal static class Sm3
{
    /// <summary>The EVP_MD; zero if this libcrypto was built without it.</summary>
    public static readonly nint Digest = LibCrypto.FetchDigest(0, "SM3", null);

    /// <param name="digest">Room for 32 bytes.</param>
    /// <exception cref="PlatformNotSupportedException">This libcrypto was built without SM3.</exception>
    public static void HashData(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        if (Digest == 0)
            throw new PlatformNotSupportedException("This system's libcrypto has no SM3.");
        if (LibCrypto.OneShotDigest(message, (nuint)message.Length, digest, out _, Digest, 0) != 1)
            throw new System.Security.Cryptography.CryptographicException("libcrypto could not hash.");
    }
}
