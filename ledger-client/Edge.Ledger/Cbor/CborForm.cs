namespace Edge.Ledger.Cbor;

/// <summary>Initial bytes of major type 7 (RFC 8949 section 3.3).</summary>
internal static class CborForm
{
    public const byte Null = 0xF6;
    public const byte Half = 0xF9;
    public const byte Single = 0xFA;
    public const byte Double = 0xFB;
}
