namespace Edge.Ledger.Entries;

/// <summary>How far a reading may be trusted (OPC UA Part 8: Good, Uncertain, Bad). Stored as one CBOR unsigned integer.</summary>
public enum Quality : byte
{
    Good = 0,
    Uncertain = 1,
    Bad = 2,
}
