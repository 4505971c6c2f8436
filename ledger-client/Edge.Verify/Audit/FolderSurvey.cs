using System.IO.Enumeration;
using Edge.Ledger.Tiles;

namespace Edge.Verify.Audit;

/// <summary>What lies below <c>tile/</c> in a log's folder, by names and lengths: the files of the tree of a size, and what is not of it.</summary>
/// <param name="Files">Tiles and bundles of the tree that are there, and what stands in the place of bundles that are not.</param>
/// <param name="Bytes">Their bytes together.</param>
/// <param name="Extra">Some of the rest, at most <see cref="MaxExtra"/>: other files, links of any kind, and a full tile where the tree has a partial one.</param>
/// <param name="ExtraCount">All of the rest.</param>
public sealed record FolderSurvey(ulong Files, ulong Bytes, IReadOnlyList<string> Extra, ulong ExtraCount)
{
    /// <summary>Names that are kept.</summary>
    public const int MaxExtra = 100;

    private readonly record struct Found(string Name, long Length);

    /// <param name="size">Entries of the log.</param>
    public static FolderSurvey Of(string folder, ulong size)
    {
        var root = new DirectoryInfo(Path.Combine(folder, "tile"));
        if (root.LinkTarget is not null)
            return new FolderSurvey(0, 0, [root.Name], 1);
        if (!root.Exists)
            return new FolderSurvey(0, 0, [], 0);
        var extra = new List<string>();
        var (files, bytes, extraCount) = (0UL, 0UL, 0UL);
        foreach (var found in Below(root.FullName, Path.GetFullPath(folder)))
        {
            if (IsOfTree(found.Name, folder, size))
            {
                files++;
                bytes += (ulong)found.Length;
                continue;
            }

            extraCount++;
            if (extra.Count < MaxExtra)
                extra.Add(found.Name);
        }

        return new FolderSurvey(files, bytes, extra, extraCount);
    }

    private static bool IsOfTree(string name, string folder, ulong size) =>
        RemainsFile.TryParse(name, out var bundle) ? bundle.FirstEntry < size && !IsThere(bundle, folder, size) : Tile.TryParse(name, out var tile) && TreeTiles.Has(tile, size);

    private static bool IsThere(Tile bundle, string folder, ulong size) =>
        File.Exists(Path.Combine(folder, bundle.Path))
        || (!TreeTiles.Has(bundle, size) && File.Exists(Path.Combine(folder, Tile.OfEntries(bundle.Index, TreeTiles.PartialWidth(0, size)).Path)));

    private static FileSystemEnumerable<Found> Below(string root, string folder) => new(
        root,
        (ref FileSystemEntry entry) => new Found(Path.GetRelativePath(folder, entry.ToFullPath()), entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? 0 : entry.Length),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsFolder(ref entry),
        ShouldRecursePredicate = IsFolder,
    };

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
