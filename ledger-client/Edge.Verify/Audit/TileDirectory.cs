using System.Buffers;
using Edge.Ledger.Tiles;
using Edge.Verify.Inputs;

namespace Edge.Verify.Audit;

/// <summary>A folder in the layout of c2sp.org/tlog-tiles. Never more of a file is read than can be of use.</summary>
public sealed class TileDirectory(string folder) : ITileSource
{
    /// <summary>Files read.</summary>
    public ulong Files { get; private set; }

    /// <summary>Bytes read.</summary>
    public ulong Bytes { get; private set; }

    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    /// <exception cref="InputException">It is there and cannot be read.</exception>
    public bool TryRead(Tile tile, IBufferWriter<byte> into)
    {
        var path = System.IO.Path.Combine(Path, tile.Path);
        try
        {
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

    /// <summary>Files below <c>tile/</c> that the tree of a size does not have.</summary>
    /// <param name="read">Files of the tree that were found: as many as there are at all means that there are no others.</param>
    public IEnumerable<string> Extra(ulong size, ulong read)
    {
        var root = System.IO.Path.Combine(Path, "tile");
        if (!Directory.Exists(root) || (ulong)Files(root).LongCount() == read)
            return [];
        return Files(root).Select(file => System.IO.Path.GetRelativePath(Path, file)).Where(name => !Tile.TryParse(name, out var tile) || !TreeTiles.Has(tile, size));

        static IEnumerable<string> Files(string root) =>
            Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });
    }
}
