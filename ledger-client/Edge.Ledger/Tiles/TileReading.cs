using System.Buffers;
using System.Globalization;

namespace Edge.Ledger.Tiles;

/// <summary>Reads a tile or bundle and sees that it has its length. A partial one may be gone once the full one is there (c2sp.org/tlog-tiles): then that one's beginning serves.</summary>
internal static class TileReading
{
    /// <summary>Appends exactly the tile's bytes; null if that was done, otherwise what was appended is to be dropped.</summary>
    public static TileDifference? Read(ITileSource source, Tile tile, ArrayBufferWriter<byte> into)
    {
        var start = into.WrittenCount;
        var named = tile;
        if (!source.TryRead(tile, into))
        {
            named = tile.Full;
            if (tile.IsFull || !source.TryRead(named, into))
                return new TileDifference(TileFault.Missing, tile, null, 0, "it is not there");
        }

        var found = into.WrittenSpan[start..];
        if (found.Length > named.MaxBytes)
            return Wrong(named, $"it has more than {named.MaxBytes} bytes");
        if (!tile.IsBundle && found.Length != named.MaxBytes)
            return Wrong(named, $"it has {found.Length} bytes, not {named.MaxBytes}");
        try
        {
            var wanted = tile.IsBundle ? EntryBundle.First(tile.Width, found).Length : tile.MaxBytes;
            if (named == tile && wanted != found.Length)
                return Wrong(tile, $"it has {found.Length - wanted} bytes after its {tile.Width} entries");
            Cut(into, found.Length - wanted);
            return null;
        }
        catch (MalformedException e)
        {
            return Wrong(named, e.Message);
        }
    }

    /// <summary>Takes the last bytes back.</summary>
    public static void Cut(ArrayBufferWriter<byte> buffer, int count)
    {
        var kept = buffer.WrittenCount - count;
        buffer.ResetWrittenCount();
        buffer.GetSpan(kept);
        buffer.Advance(kept);
    }

    private static TileDifference Wrong(Tile tile, FormattableString detail) =>
        Wrong(tile, detail.ToString(CultureInfo.InvariantCulture));

    private static TileDifference Wrong(Tile tile, string detail) => new(TileFault.WrongLength, tile, null, 0, detail);
}
