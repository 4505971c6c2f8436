using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;

namespace Edge.Ledger.Tests.Keys;

/// <summary>Signatures (r, s) written in DER, and in ways that are not DER or not in range.</summary>
internal static class Der
{
    public const string P256Order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    public const string Sm2Order = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";

    public static byte[] Signature(string r, string s) => Signature(Number(r), Number(s));

    /// <summary>Forms that mean the same numbers, or numbers that are the same modulo the order, or nothing; each with its name.</summary>
    /// <param name="order">Of the curve, hex.</param>
    public static IEnumerable<(string Name, byte[] Bytes)> OtherForms(byte[] signature, string order)
    {
        var reader = new AsnReader(signature, AsnEncodingRules.DER).ReadSequence();
        var (r, s, n) = (reader.ReadInteger(), reader.ReadInteger(), Number(order));
        yield return ("no bytes", []);
        yield return ("a byte too many", [.. signature, 0]);
        yield return ("a byte too few", signature[..^1]);
        yield return ("long form of the length", [0x30, 0x81, .. signature[1..]]);
        yield return ("indefinite length", [0x30, 0x80, .. signature[2..], 0, 0]);
        yield return ("a set", [0x31, .. signature[1..]]);
        yield return ("a leading zero in r", Sequence(Long(r), Integer(s)));
        yield return ("a leading zero in s", Sequence(Integer(r), Long(s)));
        yield return ("a third item", Sequence(Integer(r), Integer(s), [0x05, 0x00]));
        yield return ("r alone", Sequence(Integer(r)));
        yield return ("r plus the order", Signature(r + n, s));
        yield return ("s plus the order", Signature(r, s + n));
        yield return ("s negative", Signature(r, s - n));
        yield return ("r zero", Signature(0, s));
        yield return ("s zero", Signature(r, 0));
        yield return ("r the order", Signature(n, s));
        yield return ("s the order", Signature(r, n));
        yield return ("an integer without bytes", Sequence([0x02, 0x00], Integer(s)));
        yield return ("r and s as 64 bytes", [.. Fixed(r), .. Fixed(s)]);
    }

    private static byte[] Signature(BigInteger r, BigInteger s) => Sequence(Integer(r), Integer(s));

    private static byte[] Sequence(params byte[][] items)
    {
        byte[] content = [.. items.SelectMany(i => i)];
        return [0x30, (byte)content.Length, .. content];
    }

    private static byte[] Integer(BigInteger number)
    {
        var bytes = number.ToByteArray(isBigEndian: true);
        return [0x02, (byte)bytes.Length, .. bytes];
    }

    private static byte[] Long(BigInteger number)
    {
        var shortest = Integer(number);
        return [0x02, (byte)(shortest[1] + 1), 0, .. shortest[2..]];
    }

    private static byte[] Fixed(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
