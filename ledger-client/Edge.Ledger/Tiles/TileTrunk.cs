using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tiles;

/// <summary>
/// The tiles above the entry being audited, one of each level, each known to be right: the partial ones at the right edge by the checkpoint's root, a full one by
/// the hash above it. A tile that is not right is made anew from what is below it, if that fits.
/// </summary>
internal sealed class TileTrunk(ITileSource source, Checkpoint checkpoint, TileFold fold, Action<TileDifference> note) : INodeSource
{
    private sealed record Held(ulong Index, Hash32[] Hashes)
    {
        /// <summary>False when neither the tile nor what is below it fits the hash above.</summary>
        public bool IsRight { get; set; }
    }

    private readonly Hash32[][] _edge = new Hash32[Tile.MaxLevels][];
    private readonly Held?[] _full = new Held?[Tile.MaxLevels];
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public TreeHasher Hasher => checkpoint.Hasher;

    /// <summary>Whether <see cref="CheckRoot"/> has found the root.</summary>
    public bool IsRooted { get; private set; }

    /// <summary>The hashes of a level's partial tile.</summary>
    public ReadOnlySpan<Hash32> Edge(int level) => _edge[level];

    /// <summary>Reads the partial tiles; mends the one that is wrong, if it is one; says whether they make the checkpoint's root.</summary>
    public bool CheckRoot()
    {
        var edge = TreeTiles.Partial(checkpoint.Size).Where(t => !t.IsBundle).ToList();
        var faults = new List<TileDifference>();
        var whole = true;
        foreach (var tile in edge)
        {
            _edge[tile.Level] = new Hash32[tile.Width];
            if (TryRead(tile, _edge[tile.Level], out var fault))
                continue;
            faults.Add(fault!);
            whole &= TryRebuild(tile, _edge[tile.Level]);
        }

        IsRooted = whole && (ProofBuilder.Root(this, checkpoint.Size) == checkpoint.Root || MendEdge(edge, faults));
        if (whole && !IsRooted)
            faults.Add(new TileDifference(TileFault.RootDiffers, edge.LastOrDefault(Tile.OfHashes(0, 0)), 0, checkpoint.Size, ""));
        foreach (var fault in faults)
            note(IsRooted ? fault : fault with { FirstEntry = 0, EntryCount = checkpoint.Size });
        return IsRooted;
    }

    /// <inheritdoc/>
    public Hash32 Node(int level, ulong index)
    {
        var row = level % Tile.Height;
        return Hasher.Fold(_edge[level / Tile.Height].AsSpan((int)(index << row) & (Tile.FullWidth - 1), 1 << row).ToArray());
    }

    /// <summary>The hash that a full tile must fold to; null when the tile above it is not right, which was said.</summary>
    public Hash32? Above(Tile tile)
    {
        var level = tile.Level + 1;
        var (index, place) = (tile.Index / Tile.FullWidth, (int)(tile.Index % Tile.FullWidth));
        if (index == TreeTiles.FullCount(level, checkpoint.Size))
            return _edge[level][place];
        var above = _full[level] is { } held && held.Index == index ? held : _full[level] = Read(Tile.OfHashes(level, index));
        return above.IsRight ? above.Hashes[place] : null;
    }

    /// <summary>Where nothing is known to be right above a tile of level 0: the first entry after all that is below the highest tile that is not.</summary>
    public ulong EndOfWrong(ulong index)
    {
        var end = (index + 1) * Tile.FullWidth;
        for (var level = 1; level < Tile.MaxLevels && _full[level] is { IsRight: false } held && held.Index == (index >>= Tile.Height); level++)
            end = (held.Index + 1) << (Tile.Height * (level + 1));
        return end;
    }

    /// <summary>Reads a tile as it is stated.</summary>
    public bool TryRead(Tile tile, Span<Hash32> into) => TryRead(tile, into, out _);

    /// <summary>Of a full tile that is missing or does not fold to the hash above: makes its hashes anew from below, and notes what is wrong. False if that does not fit either.</summary>
    public bool Mend(Tile tile, in Hash32 above, Span<Hash32> hashes)
    {
        var fault = TryRead(tile, hashes, out var found) ? new TileDifference(TileFault.TileDiffers, tile, null, 0, "") : found!;
        if (TryRebuild(tile, hashes) && fold.Root(hashes) == above)
        {
            note(fault);
            return true;
        }

        note(fault with { FirstEntry = tile.FirstEntry, EntryCount = 1UL << (Tile.Height * (tile.Level + 1)) });
        return false;
    }

    private Held Read(Tile tile)
    {
        var held = new Held(tile.Index, new Hash32[Tile.FullWidth]);
        if (Above(tile) is { } above)
            held.IsRight = (TryRead(tile, held.Hashes) && fold.Root(held.Hashes) == above) || Mend(tile, above, held.Hashes);
        return held;
    }

    /// <summary>One partial tile is other than what is below it says, and with that instead the root is right.</summary>
    private bool MendEdge(List<Tile> edge, List<TileDifference> faults)
    {
        foreach (var tile in edge)
        {
            var stated = _edge[tile.Level];
            var rebuilt = new Hash32[tile.Width];
            if (!TryRebuild(tile, rebuilt) || rebuilt.AsSpan().SequenceEqual(stated))
                continue;
            _edge[tile.Level] = rebuilt;
            if (ProofBuilder.Root(this, checkpoint.Size) == checkpoint.Root)
            {
                faults.Add(new TileDifference(TileFault.TileDiffers, tile, null, 0, ""));
                return true;
            }

            _edge[tile.Level] = stated;
        }

        return false;
    }

    /// <summary>A tile's hashes from the tiles below it, or from its entries.</summary>
    private bool TryRebuild(Tile tile, Span<Hash32> hashes)
    {
        if (tile.Level > 0)
        {
            Span<Hash32> below = new Hash32[Tile.FullWidth];
            for (var i = 0; i < tile.Width; i++)
            {
                if (!TryRead(Tile.OfHashes(tile.Level - 1, (tile.Index * Tile.FullWidth) + (ulong)i), below))
                    return false;
                hashes[i] = fold.Root(below);
            }

            return true;
        }

        _buffer.ResetWrittenCount();
        if (TileReading.Read(source, Tile.OfEntries(tile.Index, tile.Width), _buffer) is not null)
            return false;
        Hasher.Leaves(_buffer.WrittenSpan, hashes);
        return true;
    }

    private bool TryRead(Tile tile, Span<Hash32> into, out TileDifference? fault)
    {
        _buffer.ResetWrittenCount();
        fault = TileReading.Read(source, tile, _buffer);
        if (fault is not null)
            return false;
        _buffer.WrittenSpan.CopyTo(MemoryMarshal.AsBytes(into));
        return true;
    }
}
