namespace Edge.Verify.Audit;

/// <summary>What an audit found; numbers and names of SPEC.md, Tile directories. Below 100: invalid. From 100: a reservation.</summary>
public enum AuditCode
{
    /// <summary>The checkpoint's origin is not a gateway's name.</summary>
    NotAGateway = 2,

    /// <summary>The gateway is not in the policy.</summary>
    GatewayUnknown = 3,

    /// <summary>The gateway's signature is missing or does not match.</summary>
    GatewaySignature = 4,

    /// <summary>A department's cosignature does not match.</summary>
    DepartmentSignature = 5,

    /// <summary>Too few departments accepted the checkpoint.</summary>
    NoQuorum = 6,

    /// <summary>A reading was not recorded under what is in force at its place.</summary>
    ContextMismatch = 10,

    /// <summary>The tiles do not make the checkpoint's root: another log's, another history's.</summary>
    RootDiffers = 20,

    /// <summary>A tile or bundle is not there.</summary>
    Missing = 21,

    /// <summary>A tile or bundle is too short or too long.</summary>
    WrongLength = 22,

    /// <summary>A tile holds other hashes.</summary>
    TileDiffers = 23,

    /// <summary>An entry is not the one that was logged.</summary>
    EntryDiffers = 24,

    /// <summary>An entry was logged that is not in canonical form.</summary>
    EntryMalformed = 25,

    /// <summary>A seal does not say what it closes.</summary>
    SealMismatch = 26,

    /// <summary>The last entry under the checkpoint is not a seal.</summary>
    NotSealed = 27,

    /// <summary>Entries of a kind made after this software.</summary>
    UnknownKind = 103,

    /// <summary>The policy asks for nobody: no time is proved.</summary>
    NoUpperBound = 104,

    /// <summary>The first entries are not there; only their hashes were checked.</summary>
    Pruned = 110,

    /// <summary>A file that is not of this tree; what it holds beyond the tree was not looked at.</summary>
    ExtraFile = 111,

    /// <summary>Readings whose context may be in entries that are not there or wrong, or that have too many channels.</summary>
    ContextUnchecked = 112,

    /// <summary>Entries that are not there, because the gateway's store lost them, as the log itself tells.</summary>
    Lost = 113,
}
