namespace Edge.Gateway.Export;

/// <summary>What an export came to.</summary>
/// <param name="Bundles">Entry bundles in the folder.</param>
/// <param name="Tiles">Tiles in the folder.</param>
/// <param name="Bytes">Bytes of both.</param>
/// <param name="Written">Files that were not there before, or not right.</param>
/// <param name="FirstEntry">The first entry from which on none was evicted.</param>
/// <param name="Damaged">Bundles left out because entries in them are damaged.</param>
public sealed record ExportSum(ExportedCheckpoint Under, ulong Bundles, ulong Tiles, long Bytes, ulong Written, ulong FirstEntry, ulong Damaged)
{
    /// <summary>Files that were there already; of those under the earlier checkpoint only the lengths were checked.</summary>
    public ulong Kept => Bundles + Tiles - Written;
}
