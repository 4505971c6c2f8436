using System.Buffers;
using Edge.Ledger.Tiles;
using Edge.Verify.Inputs;

namespace Edge.Verify.Audit;

/// <summary>A folder in the layout of c2sp.org/tlog-tiles. Never more of a file is read than can be of use; no link is followed.</summary>
public sealed class TileDirectory(string folder) : ITileSource
{
    private readonly string _folder = Path.GetFullPath(folder);
    private readonly PlainFolders _folders = new(Path.GetFullPath(folder));

    /// <exception cref="InputException">It is there and cannot be read, or it or a folder on the way to it is a link.</exception>
    public bool TryRead(Tile tile, IBufferWriter<byte> into) => TryRead(tile.Path, tile.MaxBytes, into);

    /// <inheritdoc cref="TryRead(Tile, IBufferWriter{byte})" path="/exception"/>
    public bool TryReadRemains(Tile bundle, IBufferWriter<byte> into) => TryRead(RemainsFile.PathOf(bundle), RemainsFile.MaxBytes, into);

    private bool TryRead(string name, int most, IBufferWriter<byte> into)
    {
        var path = Path.Combine(_folder, name);
        try
        {
            _folders.Require(name);
            if (PlainFile.IsEmpty(path))
                return true;

            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            var limit = (int)Math.Min(RandomAccess.GetLength(file), most + 1);
            var done = 0;
            for (int count; done < limit && (count = RandomAccess.Read(file, into.GetSpan(limit - done)[..(limit - done)], done)) > 0; done += count)
                into.Advance(count);
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
}
