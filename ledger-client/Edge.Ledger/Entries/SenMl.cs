namespace Edge.Ledger.Entries;

/// <summary>CBOR labels of a SenML record (RFC 8428 section 6, table 4) that readings use.</summary>
internal static class SenMl
{
    public const ulong Name = 0;
    public const ulong Unit = 1;
    public const ulong Value = 2;
    public const ulong Time = 6;
}
