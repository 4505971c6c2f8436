using System.Buffers;
using System.IO.Enumeration;
using Edge.Ledger.Tiles;
using Edge.Verify.Inputs;

namespace Edge.Verify.Audit;

/// <summary>A folder in the layout of c2sp.org/tlog-tiles. Never more of a file is read than can be of use; no link is followed.</summary>
public sealed class TileDirectory(string folder) : ITileSource
{
    /// <summary>Files read.</summary>
    public ulong Files { get; private set; }

    /// <summary>Bytes read.</summary>
    public ulong Bytes { get; private set; }

    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    /// <exception cref="InputException">It is there and cannot be read, or is a link.</exception>
    public bool TryRead(Tile tile, IBufferWriter<byte> into)
    {
        var path = System.IO.Path.Combine(Path, tile.Path);
        try
        {
            if (PlainFile.IsEmpty(path))
            {
                Files++;
                return true;
            }

            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            var limit = (int)Math.Min(RandomAccess.GetLength(file), tile.MaxBytes + 1);
            var done = 0;
            for (int count; done < limit && (count = RandomAccess.Read(file, into.GetSpan(limit - done)[..(limit - done)], done)) > 0; done += count)
                into.Advance(count);
            Files++;
            Bytes += (ulong)done;
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(InputRole.Log, InputFault.Denied, path, "");
        }
        catch (IOException e)
        {
            throw new InputException(InputRole.Log, InputFault.CannotRead, path, e.Message);
        }
    }

    /// <summary>What is below <c>tile/</c> and is not of the tree of a size: other files, links of any kind, and a full tile where the tree has a partial one.</summary>
    public IEnumerable<string> Extra(ulong size)
    {
        var root = new DirectoryInfo(System.IO.Path.Combine(Path, "tile"));
        if (root.LinkTarget is not null)
            return ["tile"];
        return root.Exists ? Names(root.FullName).Where(name => !Tile.TryParse(name, out var tile) || !TreeTiles.Has(tile, size)) : [];
    }

    private FileSystemEnumerable<string> Names(string root) => new(
        root,
        (ref FileSystemEntry entry) => System.IO.Path.GetRelativePath(Path, entry.ToFullPath()),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsFolder(ref entry),
        ShouldRecursePredicate = IsFolder,
    };

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
