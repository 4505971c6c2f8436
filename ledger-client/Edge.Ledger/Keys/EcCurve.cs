namespace Edge.Ledger.Keys;

/// <summary>A 256-bit curve and the one form in which its keys are accepted: named curve, uncompressed point, DER.</summary>
internal sealed class EcCurve
{
    /// <summary>Bytes of an uncompressed point, 04 || x || y (SEC 1 section 2.3.3).</summary>
    public const int PointSize = 65;

    /// <summary>Bytes of a private key, and of each of r and s.</summary>
    public const int ScalarSize = 32;

    /// <summary>Bytes of the longest signature in DER.</summary>
    public const int MaxSignatureSize = 2 + (2 * (2 + 1 + ScalarSize));

    private static readonly byte[] SpkiHead = Convert.FromHexString("3059301306072A8648CE3D0201");
    private static readonly byte[] SpkiBitString = Convert.FromHexString("034200");
    private static readonly byte[] Pkcs8Head = Convert.FromHexString("3041020100301306072A8648CE3D0201");
    private static readonly byte[] Pkcs8PrivateKey = Convert.FromHexString("042730250201010420");

    private readonly byte[] _name;
    private readonly byte[] _privateKeyLimit;

    private EcCurve(string name, string privateKeyLimit)
    {
        _name = Convert.FromHexString(name);
        _privateKeyLimit = Convert.FromHexString(privateKeyLimit);
    }

    /// <summary>NIST P-256 (SP 800-186 section 3.2.1.3), OID 1.2.840.10045.3.1.7.</summary>
    public static EcCurve P256 { get; } = new("06082A8648CE3D030107", "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    /// <summary>The curve of SM2 (GB/T 32918.5-2017), OID 1.2.156.10197.1.301.</summary>
    public static EcCurve Sm2 { get; } = new("06082A811CCF5501822D", "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122");

    /// <summary>Bytes of a SubjectPublicKeyInfo (RFC 5480 section 2).</summary>
    public int SpkiSize => SpkiHead.Length + _name.Length + SpkiBitString.Length + PointSize;

    /// <summary>The SubjectPublicKeyInfo of a point.</summary>
    public byte[] Spki(ReadOnlySpan<byte> point) => [.. SpkiHead, .. _name, .. SpkiBitString, .. point];

    /// <summary>Whether this is a SubjectPublicKeyInfo in its one form. Says nothing about the point being on the curve.</summary>
    public bool IsSpki(ReadOnlySpan<byte> spki) =>
        spki.Length == SpkiSize && IsPoint(spki[^PointSize..]) && spki.SequenceEqual(Spki(spki[^PointSize..]));

    /// <summary>Whether this has the form of an uncompressed point.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> point) => point.Length == PointSize && point[0] == 0x04;

    /// <summary>The private key as PKCS #8 (RFC 5958) around RFC 5915, without its public half.</summary>
    public byte[] Pkcs8(ReadOnlySpan<byte> scalar) => [.. Pkcs8Head, .. _name, .. Pkcs8PrivateKey, .. scalar];

    /// <summary>Whether this is a private key: 32 bytes, big-endian, from 1 to order - 1 (FIPS 186-5 appendix A.2), for SM2 to order - 2 (GB/T 32918.1-2016 section 6.1).</summary>
    public bool IsPrivateKey(ReadOnlySpan<byte> scalar) =>
        scalar.Length == ScalarSize && scalar.ContainsAnyExcept((byte)0) && scalar.SequenceCompareTo(_privateKeyLimit) < 0;
}
