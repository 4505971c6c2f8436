namespace Edge.Ledger.Evidence;

/// <summary>How two checkpoints stand to each other.</summary>
public enum Reconciliation
{
    /// <summary>No append-only log has both.</summary>
    Irreconcilable,

    /// <summary>They are of two logs; nothing follows.</summary>
    OtherLog,

    /// <summary>The same size and root.</summary>
    Same,

    /// <summary>The larger one continues the smaller one.</summary>
    Continued,

    /// <summary>The sizes differ, and there is no tree that shows what the larger one holds of the smaller one.</summary>
    NotShown,
}
