using Edge.Ledger.Keys;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Notes;

/// <summary>What each signature type brings with it: the bytes that name it, and its keys.</summary>
public static class KeyTypes
{
    private static readonly byte[] Sm2Tag = [0xFF, .. "edge-sm2-sm3/v1"u8];

    private static readonly KeyType[] Known = [KeyType.Ed25519, KeyType.EcdsaP256, KeyType.Ed25519Cosignature, KeyType.Sm2];

    /// <summary>The types a log's key may have, by the word for each that people write.</summary>
    public static IReadOnlyDictionary<string, KeyType> ForLogs { get; } =
        new Dictionary<string, KeyType> { ["ed25519"] = KeyType.Ed25519, ["p256"] = KeyType.EcdsaP256, ["sm2"] = KeyType.Sm2 };

    /// <summary>The type for a log's key when nobody asks for another: SM2 if the log is built with SM3, otherwise Ed25519.</summary>
    public static KeyType DefaultFor(string origin) => TreeHasher.OfLog(origin) == TreeHasher.Sm3 ? KeyType.Sm2 : KeyType.Ed25519;

    /// <summary>The bytes before the key in vkeys: the type's byte; for SM2 FF and <c>edge-sm2-sm3/v1</c> (SPEC.md section 4).</summary>
    public static ReadOnlySpan<byte> Tag(this KeyType type) => type switch
    {
        KeyType.Ed25519 => [0x01],
        KeyType.EcdsaP256 => [0x02],
        KeyType.Ed25519Cosignature => [0x04],
        KeyType.Sm2 => Sm2Tag,
        _ => throw Unsupported([(byte)type]),
    };

    /// <summary>The type in words for messages: "02 (ECDSA P-256)".</summary>
    public static string Describe(this KeyType type) => type switch
    {
        KeyType.Ed25519 => "01 (Ed25519)",
        KeyType.EcdsaP256 => "02 (ECDSA P-256)",
        KeyType.Ed25519Cosignature => "04 (Ed25519 cosignature)",
        _ => "ff (SM2)",
    };

    /// <summary>Splits the type's tag from the key that follows it.</summary>
    /// <exception cref="MalformedException">No type that is supported.</exception>
    internal static KeyType Split(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> key)
    {
        foreach (var type in Known)
        {
            if (bytes.StartsWith(type.Tag()))
            {
                key = bytes[type.Tag().Length..];
                return type;
            }
        }

        throw Unsupported(bytes);
    }

    /// <exception cref="MalformedException">Not a public key of this type.</exception>
    internal static IVerifyingKey ReadPublic(this KeyType type, ReadOnlySpan<byte> key) => type switch
    {
        KeyType.Ed25519 or KeyType.Ed25519Cosignature => new Ed25519PublicKey(key),
        KeyType.EcdsaP256 => new EcdsaP256PublicKey(key),
        KeyType.Sm2 => new Sm2PublicKey(key),
        _ => throw Unsupported([(byte)type]),
    };

    /// <exception cref="MalformedException">Not a private key of this type.</exception>
    internal static ISigningKey ReadPrivate(this KeyType type, ReadOnlySpan<byte> secret) => type switch
    {
        KeyType.Ed25519 or KeyType.Ed25519Cosignature => new Ed25519PrivateKey(secret),
        KeyType.EcdsaP256 => new EcdsaP256PrivateKey(secret),
        KeyType.Sm2 => new Sm2PrivateKey(secret),
        _ => throw Unsupported([(byte)type]),
    };

    private static MalformedException Unsupported(ReadOnlySpan<byte> tag) =>
        new($"signature type 0x{Convert.ToHexString(tag[..1])} is not supported; known are {string.Join(", ", Known.Select(Describe))}");
}
