namespace Edge.Ledger.Tiles;

/// <summary>How a tile, a bundle or an entry is not what the checkpoint's root covers.</summary>
public enum TileFault
{
    /// <summary>The tiles at the right edge do not make the checkpoint's root, and no single one of them is to blame.</summary>
    RootDiffers = 1,

    /// <summary>A tile or bundle is not there.</summary>
    Missing,

    /// <summary>A tile or bundle has too few or too many bytes, or entries.</summary>
    WrongLength,

    /// <summary>A tile holds other hashes.</summary>
    TileDiffers,

    /// <summary>An entry is not the one that was logged at its place.</summary>
    EntryDiffers,
}
