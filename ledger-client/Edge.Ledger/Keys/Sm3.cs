using System.Security.Cryptography;

namespace Edge.Ledger.Keys;

/// <summary>The hash function SM3 (GB/T 32905-2016), by libcrypto. Safe for concurrent use; allocates once for each thread.</summary>
internal static class Sm3
{
    /// <summary>The EVP_MD; zero if this libcrypto was built without it.</summary>
    public static readonly nint Digest = LibCrypto.FetchDigest(0, "SM3", null);

    [ThreadStatic]
    private static DigestContext? _context;

    /// <param name="digest">Room for 32 bytes.</param>
    /// <exception cref="PlatformNotSupportedException">This libcrypto was built without SM3.</exception>
    public static void HashData(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        if (Digest == 0)
            throw new PlatformNotSupportedException("This system's libcrypto was built without SM3; use one that has it.");
        var owner = _context ??= new DigestContext();
        var context = owner.DangerousGetHandle();
        if (LibCrypto.DigestInit(context, Digest, 0) != 1
            || LibCrypto.DigestUpdate(context, message, (nuint)message.Length) != 1
            || LibCrypto.DigestFinal(context, digest, 0) != 1)
            throw new CryptographicException("libcrypto could not hash.");
        GC.KeepAlive(owner);
    }
}
