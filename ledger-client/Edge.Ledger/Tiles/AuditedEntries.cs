using System.Buffers;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tiles;

/// <summary>A stretch of the log as <see cref="TileAudit.Next"/> fills it: whole bundles whose every entry is the one under the checkpoint's root. Reused from stretch to stretch.</summary>
public sealed class AuditedEntries
{
    /// <summary>Bundles in a stretch at most.</summary>
    public const int MaxBundles = 16;

    private readonly record struct Place(ulong First, int Count, int Start, int Length, int Row);

    private readonly Hash32[] _leaves = new Hash32[MaxBundles * Tile.FullWidth];
    private readonly List<Place> _places = new(MaxBundles);

    /// <summary>Bundles that are there and right; may be fewer than were looked at, and none at all.</summary>
    public int Count => _places.Count;

    /// <summary>Entries that were looked at so far, these and all before.</summary>
    public ulong Reached { get; internal set; }

    internal ArrayBufferWriter<byte> Buffer { get; } = new();

    /// <summary>Index of a bundle's first entry.</summary>
    public ulong FirstEntry(int bundle) => _places[bundle].First;

    /// <summary>A bundle's bytes: <c>foreach (var entry in new EntryBundle(...))</c>.</summary>
    public ReadOnlySpan<byte> Bundle(int bundle) => Buffer.WrittenSpan.Slice(_places[bundle].Start, _places[bundle].Length);

    /// <summary>The leaf hashes of a bundle's entries.</summary>
    public ReadOnlySpan<Hash32> Leaves(int bundle) => Row(_places[bundle].Row)[.._places[bundle].Count];

    internal void Clear()
    {
        _places.Clear();
        Buffer.ResetWrittenCount();
    }

    /// <summary>Room for the leaf hashes of the bundle at a row.</summary>
    internal Span<Hash32> Row(int row) => _leaves.AsSpan(row * Tile.FullWidth, Tile.FullWidth);

    /// <summary>Takes the bytes from <paramref name="start"/> on, whose leaf hashes stand in a row.</summary>
    internal void Add(Tile bundle, int start, int row) =>
        _places.Add(new Place(bundle.FirstEntry, bundle.Width, start, Buffer.WrittenCount - start, row));
}
