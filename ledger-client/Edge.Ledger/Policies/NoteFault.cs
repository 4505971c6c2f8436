namespace Edge.Ledger.Policies;

/// <summary>Why a note is not a checkpoint the policy accepts.</summary>
public enum NoteFault
{
    None = 0,
    NotACheckpoint,
    OtherOrigin,
    UnknownLog,
    NotSignedByLog,
    BadLogSignature,
    BadCosignature,
    NoQuorum,
}
