using System.Buffers;

namespace Edge.Ledger.Tiles;

/// <summary>Where a log's tiles and bundles are found: a directory, a web server. What it gives is not trusted.</summary>
public interface ITileSource
{
    /// <summary>Appends the bytes of a tile or bundle; of one that is too long, at most one byte more than <see cref="Tile.MaxBytes"/>.</summary>
    /// <returns>False, with nothing appended, if it is not there.</returns>
    bool TryRead(Tile tile, IBufferWriter<byte> into);
}
