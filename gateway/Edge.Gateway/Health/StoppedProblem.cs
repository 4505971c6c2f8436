namespace Edge.Gateway.Health;

/// <summary>What is wrong with the log of a gateway that does not answer.</summary>
public enum StoppedProblem
{
    /// <summary>Its key has signed a log, and where that was kept there is none.</summary>
    LogGone,

    /// <summary>Programs of the other stack keep it: <see cref="StoppedHealth.Problem"/> says which, and how to change.</summary>
    OtherStack,

    /// <summary>It cannot be read: <see cref="StoppedHealth.Problem"/> says why.</summary>
    NotReadable,

    /// <summary>More was signed than is held.</summary>
    EndMissing,

    /// <summary>Its hashes do not give the root that was signed.</summary>
    OtherTree,

    /// <summary>Entries are damaged.</summary>
    EntriesDamaged,
}
