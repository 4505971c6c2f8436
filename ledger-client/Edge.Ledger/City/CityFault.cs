namespace Edge.Ledger.City;

/// <summary>Why a block or a receipt is not believed.</summary>
public enum CityFault
{
    None = 0,

    /// <summary>Not a tlog-proof, or its leaf is not what it should be.</summary>
    Malformed,

    /// <summary>The block's checkpoint is not accepted by the policy; see its note check.</summary>
    Block,

    /// <summary>The proof does not carry its leaf.</summary>
    NoLeaf,

    /// <summary>The path does not lead from the leaf to the block's root.</summary>
    NotIncluded,

    /// <summary>The header is not the block's last leaf.</summary>
    HeaderNotLast,

    /// <summary>The anchored checkpoint is not accepted by the policy; see its note check.</summary>
    Anchor,
}
