using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Store.Segments;

/// <summary>
/// Looks through the hash files, which hold the only hashes of what was evicted: each tile against the one above it, from the topmost level down. What can be
/// made again is; which entries cannot be proved any more is told, once.
/// </summary>
internal sealed class HashPatrol(SegmentLogReader log, LogPaths paths, HashFiles hashes, FoundDamage damage)
{
    /// <summary>Tiles in a part: a megabyte of hashes read, and as many as it holds computed.</summary>
    public const int Part = 128;

    private readonly HashSet<(int Level, ulong Index)> _told = [];
    private readonly Hash32[] _stored = new Hash32[TileBatch.Width];
    private int? _level;
    private ulong _next;

    /// <summary>Looks through the next part; begins again after the last one.</summary>
    /// <exception cref="StoreException">What was made again could not be written.</exception>
    public void LookOn()
    {
        var tree = new TileTree(log);
        for (var looked = 0; looked < Part; looked++)
        {
            var level = _level ??= TopLevel();
            var left = (log.Size >> (TileBatch.Height * level)) - Math.Min(log.Size >> (TileBatch.Height * level), _next * TileBatch.Width);
            if (left > 0)
            {
                Look(tree, level, _next++, (int)Math.Min(TileBatch.Width, left));
                continue;
            }

            (_level, _next) = (level == 0 ? null : level - 1, 0);
            if (level == 0)
                return;
        }
    }

    private int TopLevel()
    {
        var level = TileBatch.MaxLevels - 1;
        while (level > 0 && log.Size >> (TileBatch.Height * level) == 0)
            level--;
        return level;
    }

    private void Look(TileTree tree, int level, ulong index, int width)
    {
        // Where the hash above is lost, that was told.
        if (width == TileBatch.Width && !tree.Has(TileBatch.Height * (level + 1), index))
            return;
        var first = index * TileBatch.Width;
        _stored.AsSpan().Clear();
        var stored = _stored.AsSpan(0, width);
        hashes.Read(level, first, stored);
        var tile = Tile(tree, level, index, width);
        var lost = tile?.Lost ?? [(0, width)];
        if (lost.Count == 0 && stored.SequenceEqual(tile!.Hashes[..width]))
            return;
        if (lost.Count == 0)
            Tell(level, first, [(0, width)], "They were made again; nothing is lost.");
        else if (_told.Add((level, index)))
            Tell(level, first, lost, "These entries cannot be proved any more; those that are held can be read.");
        if (tile is not null)
            Mend(tile, stored, lost);
    }

    /// <summary>Null if it is lost.</summary>
    private static LoggedTile? Tile(TileTree tree, int level, ulong index, int width)
    {
        try
        {
            return tree.Tile(level, index, width);
        }
        catch (LogDamagedException)
        {
            return null;
        }
    }

    /// <summary>Writes what differs, but for what is lost.</summary>
    private void Mend(LoggedTile tile, Span<Hash32> stored, IReadOnlyList<(int First, int Count)> lost)
    {
        var isMended = false;
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == tile.Hashes[i] || lost.Any(l => i >= l.First && i < l.First + l.Count))
                continue;
            stored[i] = tile.Hashes[i];
            isMended = true;
        }

        if (isMended)
            hashes.Mend(tile.Level, tile.First, stored);
    }

    private void Tell(int level, ulong first, IReadOnlyList<(int First, int Count)> spans, string what)
    {
        var height = TileBatch.Height * level;
        damage.Tell(paths.Hashes(level), (long)first * Hash32.Size, MemoryMarshal.AsBytes(_stored.AsSpan()), spans.Select(s => (First: (first + (ulong)s.First) << height, Count: (ulong)s.Count << height)).Select(s =>
            (s.First, string.Create(CultureInfo.InvariantCulture, $"{paths.Hashes(level)}: hashes of the entries {s.First} to {s.First + s.Count - 1} are not what was written. {what}"))));
    }
}
