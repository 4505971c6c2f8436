using System.Buffers;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tiles;

/// <summary>A stretch of the log as <see cref="TileAudit.Next"/> fills it: runs of entries, each of them the one under the checkpoint's root; a run is a bundle, or a part of one that holds other entries too. Reused from stretch to stretch.</summary>
public sealed class AuditedEntries
{
    /// <summary>Bundles in a stretch at most.</summary>
    public const int MaxBundles = 16;

    private readonly record struct Place(ulong First, int Count, int Start, int Length, int Leaf);

    private readonly Hash32[] _leaves = new Hash32[MaxBundles * Tile.FullWidth];
    private readonly List<Place> _places = new(MaxBundles);

    /// <summary>Runs; of a stretch as it should be one for each bundle.</summary>
    public int Count => _places.Count;

    /// <summary>Entries that were looked at so far, these and all before.</summary>
    public ulong Reached { get; internal set; }

    internal ArrayBufferWriter<byte> Buffer { get; } = new();

    /// <summary>Index of a run's first entry.</summary>
    public ulong FirstEntry(int run) => _places[run].First;

    /// <summary>A run's bytes: <c>foreach (var entry in new EntryBundle(...))</c>.</summary>
    public ReadOnlySpan<byte> Bundle(int run) => Buffer.WrittenSpan.Slice(_places[run].Start, _places[run].Length);

    /// <summary>The leaf hashes of a run's entries.</summary>
    public ReadOnlySpan<Hash32> Leaves(int run) => _leaves.AsSpan(_places[run].Leaf, _places[run].Count);

    internal void Clear()
    {
        _places.Clear();
        Buffer.ResetWrittenCount();
    }

    /// <summary>Room for the leaf hashes of the bundle at a row.</summary>
    internal Span<Hash32> Row(int row) => _leaves.AsSpan(row * Tile.FullWidth, Tile.FullWidth);

    /// <summary>Takes the entries whose bytes begin at <paramref name="start"/> and whose leaf hashes at <paramref name="leaf"/>.</summary>
    internal void Add(ulong first, int count, int start, int bytes, int leaf) => _places.Add(new Place(first, count, start, bytes, leaf));
}
