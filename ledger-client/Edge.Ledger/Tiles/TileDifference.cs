namespace Edge.Ledger.Tiles;

/// <summary>One place where what is stored is not what the root covers.</summary>
/// <param name="Tile">The file it is in; for <see cref="TileFault.RootDiffers"/> the highest tile of the tree.</param>
/// <param name="FirstEntry">The first entry that is wrong or could not be checked because of it; null when the tile was made anew from what is below it, and no entry is left unchecked because of it.</param>
/// <param name="EntryCount">How many entries from there on.</param>
/// <param name="Detail">More for people, in English; may be empty.</param>
/// <param name="IsInRemains">It is not in the bundle, which is not there, but in what stands in its place.</param>
public sealed record TileDifference(TileFault Fault, Tile Tile, ulong? FirstEntry, ulong EntryCount, string Detail, bool IsInRemains = false)
{
    /// <summary>The file, from the log's folder.</summary>
    public string Path => IsInRemains ? RemainsFile.PathOf(Tile) : Tile.Path;
}
