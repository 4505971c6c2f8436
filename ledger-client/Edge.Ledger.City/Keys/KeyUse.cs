namespace Edge.Ledger.City.Keys;

/// <summary>What a key is for.</summary>
public enum KeyUse
{
    /// <summary>Signs the checkpoints of a log: a gateway's, or the city's.</summary>
    Log,

    /// <summary>Cosigns for a department.</summary>
    Witness,
}
