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
internal sealed class HashPatrol(SegmentLogReader log, LogPaths paths, HashFiles hashes, DamageList damage)
{
    /// <summary>Tiles in a part: a megabyte of hashes read, and as many as it holds computed.</summary>
    public const int Part = 128;

    private readonly QuarantineFolder _quarantine = new(paths);
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
        var stored = _stored.AsSpan(0, width);
        stored.Clear();
        hashes.Read(level, first, stored);
        var (tile, lost) = (Tile(tree, level, index, width), new List<(int First, int Count)> { (0, width) });
        if (tile is not null)
            lost = [.. tile.Lost];
        if (lost.Count == 0 && stored.SequenceEqual(tile!.Hashes[..width]))
            return;
        var kept = _quarantine.Keep(paths.Hashes(level), (long)first * Hash32.Size, MemoryMarshal.AsBytes(stored), out var isNew);
        if (tile is not null && Mend(tile, stored, lost) && lost.Count == 0)
            Tell(level, (first, (ulong)width), "They were made again; nothing is lost.", kept);
        if (isNew && _told.Add((level, index)))
            lost.ForEach(l => Tell(level, (first + (ulong)l.First, (ulong)l.Count), "These entries cannot be proved any more; those that are held can be read.", kept));
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

    /// <summary>Writes what differs, but for what is lost. False if nothing does.</summary>
    private bool Mend(LoggedTile tile, Span<Hash32> stored, List<(int First, int Count)> lost)
    {
        var isMended = false;
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == tile.Hashes[i] || lost.Exists(l => i >= l.First && i < l.First + l.Count))
                continue;
            stored[i] = tile.Hashes[i];
            isMended = true;
        }

        if (isMended)
            hashes.Mend(tile.Level, tile.First, stored);
        return isMended;
    }

    private void Tell(int level, (ulong First, ulong Count) lost, string what, string? kept)
    {
        var height = TileBatch.Height * level;
        damage.Add(new StoreDamage(lost.First << height, 0, string.Create(CultureInfo.InvariantCulture,
            $"{paths.Hashes(level)}: hashes of the entries {lost.First << height} to {((lost.First + lost.Count) << height) - 1} are not what was written. {what}"), kept));
    }
}
