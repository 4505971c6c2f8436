using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Edge.Ledger.Notes;

/// <summary>Names of keys, and the id that binds a name to a type and a key (c2sp.org/signed-note).</summary>
public static class KeyName
{
    /// <summary>Longest name accepted, in UTF-8 bytes; names are origins and travel in MQTT topics.</summary>
    public const int MaxBytes = 255;

    /// <summary>Non-empty, no Unicode space, no plus, no control character, at most 255 bytes.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > MaxBytes)
            return false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value == '+' || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    /// <summary>First four bytes, big-endian, of SHA-256(name || 0A || type || public key); for ECDSA, as its implementations have it, of SHA-256(public key).</summary>
    public static uint Id(string name, KeyType type, ReadOnlySpan<byte> publicKey) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(
        type == KeyType.EcdsaP256 ? publicKey : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. type.Tag(), .. publicKey]));
}
