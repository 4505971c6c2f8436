using System.Security.Cryptography;

namespace Edge.Ledger.Keys;

/// <summary>An Ed25519 public key (RFC 8032). Safe for concurrent use.</summary>
public sealed class Ed25519PublicKey : IVerifyingKey
{
    public const int Size = 32;
    public const int SignatureSize = 64;

    /// <summary>Their y, little-endian, each with either sign of x where x is not 0.</summary>
    private static readonly byte[][] SmallOrder =
    [
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("ECFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F"),
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC05"),
        Convert.FromHexString("C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC037A"),
    ];

    private readonly EvpKey _key;
    private readonly byte[] _bytes;
    private readonly bool _isSound;

    /// <param name="bytes">32 bytes, RFC 8032 section 5.1.5.</param>
    /// <exception cref="MalformedException">Not 32 bytes.</exception>
    public Ed25519PublicKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new MalformedException($"an Ed25519 public key has {Size} bytes, not {bytes.Length}");
        _bytes = bytes.ToArray();
        _isSound = IsCanonical(bytes) && !IsOfSmallOrder(bytes);
        _key = LibCrypto.NewRawPublicKey(LibCrypto.Ed25519, 0, bytes, (nuint)bytes.Length);
        if (_key.IsInvalid)
            throw new CryptographicException("libcrypto does not take an Ed25519 key.");
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize || !_isSound)
            return false;
        var context = LibCrypto.NewContext();
        try
        {
            var valid = LibCrypto.VerifyInit(context, 0, 0, 0, _key) == 1
                && LibCrypto.Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
            if (!valid)
                LibCrypto.ClearErrors();
            return valid;
        }
        finally
        {
            LibCrypto.FreeContext(context);
        }
    }

    /// <summary>One of the eight points of order 1, 2, 4 and 8, in canonical encoding: under such a key anybody can sign anything.</summary>
    private static bool IsOfSmallOrder(ReadOnlySpan<byte> point)
    {
        Span<byte> y = stackalloc byte[Size];
        point.CopyTo(y);
        y[^1] &= 0x7F;
        foreach (var known in SmallOrder)
        {
            if (y.SequenceEqual(known))
                return true;
        }

        return false;
    }

    /// <summary>RFC 8032 section 5.1.3: y below 2^255 - 19, and no sign where x is 0. libcrypto takes such encodings.</summary>
    private static bool IsCanonical(ReadOnlySpan<byte> point)
    {
        var isNegative = point[^1] >= 0x80;
        var isHigh = (point[^1] & 0x7F) == 0x7F && !point[1..^1].ContainsAnyExcept((byte)0xFF);
        if (isHigh && point[0] >= 0xED)
            return false;
        var isOne = point[0] == 1 && (point[^1] & 0x7F) == 0 && !point[1..^1].ContainsAnyExcept((byte)0);
        var isMinusOne = isHigh && point[0] == 0xEC;
        return !isNegative || !(isOne || isMinusOne);
    }
}
