using System.Buffers;

namespace Edge.Ledger.Tiles;

/// <summary>Reads what stands in the place of bundles that are not there.</summary>
internal sealed class RemainsReading(ITileSource source)
{
    private readonly ArrayBufferWriter<byte> _file = new();

    /// <summary>The places of the entries that are left of a bundle, ascending: none when nothing is, or not in the form it must have.</summary>
    /// <param name="into">Receives them one after another, as in a bundle.</param>
    public IReadOnlyList<int> Read(Tile bundle, ArrayBufferWriter<byte> into)
    {
        _file.ResetWrittenCount();
        if (!source.TryReadRemains(bundle, _file) || _file.WrittenCount > RemainsFile.MaxBytes)
            return [];
        var start = into.WrittenCount;
        if (RemainsFile.TryRead(_file.WrittenSpan, into) is not { } places)
            return [];
        // A later export may have written it, when the log was longer.
        var within = places.TakeWhile(place => place < bundle.Width).ToList();
        TileReading.Cut(into, into.WrittenCount - start - EntryBundle.First(within.Count, into.WrittenSpan[start..]).Length);
        return within;
    }
}
