namespace Edge.Ledger.Evidence;

public enum Outcome
{
    /// <summary>Everything that the file claims is proved.</summary>
    Valid,

    /// <summary>Genuine, with reservations that the findings list.</summary>
    ValidBut,

    /// <summary>Not proved; the first finding says why.</summary>
    Invalid,
}
