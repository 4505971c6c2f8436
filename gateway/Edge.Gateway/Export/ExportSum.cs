namespace Edge.Gateway.Export;

/// <summary>What an export came to.</summary>
/// <param name="Bundles">Entry bundles in the folder.</param>
/// <param name="Tiles">Tiles in the folder.</param>
/// <param name="Bytes">Bytes of these, and of what is left of others.</param>
/// <param name="Written">Files that were not there before, or not right.</param>
/// <param name="FirstEntry">The first entry from which on none was evicted.</param>
/// <param name="Lost">Entries that are not in it because they are damaged.</param>
/// <param name="Incomplete">Bundles of which some entries are in it.</param>
public sealed record ExportSum(ExportedCheckpoint Under, ulong Bundles, ulong Tiles, long Bytes, ulong Written, ulong FirstEntry, ulong Lost, ulong Incomplete)
{
    /// <summary>Files that were there already; of those under the earlier checkpoint only the lengths were checked.</summary>
    public ulong Kept => Bundles + Incomplete + Tiles - Written;
}
