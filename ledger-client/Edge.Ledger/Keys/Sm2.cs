using System.Security.Cryptography;

namespace Edge.Ledger.Keys;

/// <summary>SM2 signatures over SM3 (GB/T 32918.2-2016) by libcrypto, always with the default user id of GB/T 35276.</summary>
internal static class Sm2
{
    private const string Name = "SM2";

    private static readonly bool IsAvailable = Sm3.Digest != 0 && LibCrypto.FetchKeyType(0, Name, null) != 0;

    private delegate EvpKey Reader(nint reuse, ref nint der, nint length);

    private static ReadOnlySpan<byte> UserId => "1234567812345678"u8;

    /// <param name="point">65 bytes, 04 || x || y.</param>
    /// <exception cref="MalformedException">It is not on the curve, or libcrypto has no SM2.</exception>
    public static EvpKey PublicKey(ReadOnlySpan<byte> point) =>
        Read(EcCurve.Sm2.Spki(point), LibCrypto.ReadPublicKey) ?? throw new MalformedException("the SM2 public key is not a point of its curve");

    /// <exception cref="MalformedException">libcrypto refuses the number, or has no SM2.</exception>
    public static EvpKey PrivateKey(ReadOnlySpan<byte> scalar) =>
        Read(EcCurve.Sm2.Pkcs8(scalar), LibCrypto.ReadPrivateKey) ?? throw new MalformedException("libcrypto refuses the SM2 private key");

    /// <summary>The public point of a key, uncompressed.</summary>
    public static byte[] PointOf(EvpKey key)
    {
        var point = new byte[EcCurve.PointSize];
        return LibCrypto.GetOctets(key, "pub", point, (nuint)point.Length, out var length) == 1 && (int)length == point.Length
            ? point
            : throw new CryptographicException("libcrypto does not give the public point.");
    }

    public static byte[] Sign(EvpKey key, ReadOnlySpan<byte> message)
    {
        var context = LibCrypto.NewContext();
        try
        {
            Span<byte> signature = stackalloc byte[EcCurve.MaxSignatureSize];
            var length = (nuint)signature.Length;
            if (LibCrypto.SignInit(context, out var keyContext, Sm3.Digest, 0, key) != 1
                || LibCrypto.SetUserId(keyContext, UserId, UserId.Length) != 1
                || LibCrypto.Sign(context, signature, ref length, message, (nuint)message.Length) != 1)
                throw new CryptographicException("libcrypto could not sign.");
            return signature[..(int)length].ToArray();
        }
        finally
        {
            LibCrypto.FreeContext(context);
        }
    }

    public static bool Verify(EvpKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var context = LibCrypto.NewContext();
        try
        {
            if (LibCrypto.VerifyInit(context, out var keyContext, Sm3.Digest, 0, key) != 1 || LibCrypto.SetUserId(keyContext, UserId, UserId.Length) != 1)
                throw new CryptographicException("libcrypto could not verify.");
            var valid = LibCrypto.Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
            if (!valid)
                LibCrypto.ClearErrors();
            return valid;
        }
        finally
        {
            LibCrypto.FreeContext(context);
        }
    }

    private static unsafe EvpKey? Read(ReadOnlySpan<byte> der, Reader read)
    {
        if (!IsAvailable)
            throw new MalformedException("this system's libcrypto was built without SM2 or SM3; use one that has both");
        fixed (byte* start = der)
        {
            var place = (nint)start;
            var key = read(0, ref place, der.Length);
            if (!key.IsInvalid && LibCrypto.IsA(key, Name) == 1)
                return key;
            key.Dispose();
            LibCrypto.ClearErrors();
            return null;
        }
    }
}
