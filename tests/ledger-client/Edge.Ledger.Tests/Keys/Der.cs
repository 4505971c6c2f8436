using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;

namespace Edge.Ledger.Tests.Keys;

/// <summary>Signatures (r, s) written in DER, and in ways that are not DER or not in range.</summary>
internal static class Der
{
    public static byte[] Signature(string r, string s) => Signature(Number(r), Number(s));

    /// <summary>Forms that mean the same numbers, or numbers that are the same modulo the order, or nothing.</summary>
    public static IEnumerable<byte[]> OtherForms(byte[] signature, string order)
    {
        var reader = new AsnReader(signature, AsnEncodingRules.DER).ReadSequence();
        var (r, s, n) = (reader.ReadInteger(), reader.ReadInteger(), Number(order));
        yield return [];
        yield return [.. signature, 0];
        yield return signature[..^1];
        yield return [0x30, 0x81, .. signature[1..]];
        yield return [0x30, 0x80, .. signature[2..], 0, 0];
        yield return [0x31, .. signature[1..]];
        yield return Sequence(Long(r), Integer(s));
        yield return Sequence(Integer(r), Long(s));
        yield return Sequence(Integer(r), Integer(s), [0x05, 0x00]);
        yield return Sequence(Integer(r));
        yield return Signature(r + n, s);
        yield return Signature(r, s + n);
        yield return Signature(r, s - n);
        yield return Signature(0, s);
        yield return Signature(r, 0);
        yield return Signature(n, s);
        yield return Signature(r, n);
        yield return Sequence([0x02, 0x00], Integer(s));
        yield return [.. Fixed(r), .. Fixed(s)];
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
