using System.Buffers;

namespace Edge.Ledger.Tiles;

/// <summary>Where a log's tiles and bundles are found: a directory, a web server. What it gives is not trusted.</summary>
public interface ITileSource
{
    /// <summary>Appends the bytes of a tile or bundle; of one that is too long, at most one byte more than <see cref="Tile.MaxBytes"/>.</summary>
    /// <returns>False, with nothing appended, if it is not there.</returns>
    bool TryRead(Tile tile, IBufferWriter<byte> into);

    /// <summary>Appends the bytes of the file that stands in the place of a bundle of which not all is held (<see cref="RemainsFile"/>); of one that is too long, at most one byte more than it may have.</summary>
    /// <returns>False, with nothing appended, if it is not there, as it is in no log but a gateway's.</returns>
    bool TryReadRemains(Tile bundle, IBufferWriter<byte> into) => false;
}
