using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>
/// Reads entries and makes proofs from a log, beside its writer if need be. Every entry read is checked against the tree, as far as its hashes are left, and every hash against those above, so nothing is proved from damaged bytes.
/// One view belongs to one thread at a time; open as many as needed.
/// </summary>
/// <remarks>Every method may throw <see cref="StoreException"/>, in particular <see cref="LogDamagedException"/>.</remarks>
public sealed class LogView : INodeSource
{
    private readonly TileTree _tree;

    /// <summary>A view of what the reader holds, now and later.</summary>
    public LogView(ILogReader store)
        : this(store, new TileTree(store))
    {
    }

    internal LogView(ILogReader store, TileTree tree)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
        _tree = tree;
    }

    /// <summary>Checkpoints, receipts, blocks and the extent.</summary>
    public ILogReader Store { get; }

    /// <inheritdoc/>
    public TreeHasher Hasher => _tree.Hasher;

    /// <inheritdoc/>
    public Hash32 Node(int level, ulong index) => _tree.Node(level, index);

    /// <summary>The root over the first <paramref name="size"/> entries.</summary>
    public Hash32 Root(ulong size) => ProofBuilder.Root(this, Held(size));

    /// <summary>The inclusion proof of an entry in the log of a size.</summary>
    public Hash32[] Inclusion(ulong index, ulong size) => ProofBuilder.Inclusion(this, index, Held(size));

    /// <summary>The consistency proof between two sizes.</summary>
    public Hash32[] Consistency(ulong oldSize, ulong size) => ProofBuilder.Consistency(this, oldSize, Held(size));

    /// <summary>The proof for several entries at once; for a contiguous range it shows that none was withheld.</summary>
    /// <param name="indices">Strictly ascending.</param>
    /// <param name="size">The log size to prove against.</param>
    public Hash32[] Multi(ReadOnlySpan<ulong> indices, ulong size) => ProofBuilder.Multi(this, indices, Held(size));

    /// <summary>One entry.</summary>
    /// <exception cref="EntryEvictedException">Its bytes were removed under the retention policy.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It was never appended.</exception>
    public byte[] ReadEntry(ulong index)
    {
        byte[] entry = [];
        ReadEntries(index, 1, (_, bytes) => entry = bytes.ToArray());
        return entry;
    }

    /// <summary>Visits entries in order, one group in memory at a time. Where the hash that one was logged with is lost, its own checksum alone says that it is whole.</summary>
    /// <exception cref="LogDamagedException">One of them is lost; those before it were visited.</exception>
    /// <inheritdoc cref="ReadEntry" path="/exception"/>
    public void ReadEntries(ulong first, ulong count, EntryVisitor visit) => Read(first, count, visit, mustBeProvable: false);

    /// <summary>As <see cref="ReadEntries"/>, from an index to the end, but passes over those that are lost.</summary>
    public void ReadHeld(ulong first, EntryVisitor visit)
    {
        var size = Store.Extent.Size;
        for (var next = first; next < size; next++)
        {
            try
            {
                ReadEntries(next, size - next, (index, bytes) =>
                {
                    next = index;
                    visit(index, bytes);
                });
            }
            catch (LogDamagedException damaged)
            {
                next = Math.Max(next, (damaged.Next ?? damaged.Index + 1 ?? size) - 1);
            }
        }
    }

    /// <summary>As <see cref="ReadEntries"/>, but one whose hash is lost counts as lost itself, because nothing can be proved of it.</summary>
    /// <inheritdoc cref="ReadEntries" path="/exception"/>
    public void ReadProvable(ulong first, ulong count, EntryVisitor visit) => Read(first, count, visit, mustBeProvable: true);

    private void Read(ulong first, ulong count, EntryVisitor visit, bool mustBeProvable)
    {
        ArgumentNullException.ThrowIfNull(visit);
        for (var index = first; index - first < count; index++)
        {
            // The node first: where it must be computed again, other entries are read.
            var logged = mustBeProvable ? _tree.Node(0, index) : _tree.Logged(index);
            var entry = _tree.Entries.Entry(index);
            if (logged is { } hash && _tree.Entries.Leaf(index) != hash)
                throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture, $"{Store.Name}: entry {index} does not have the hash it was logged with."), index);
            visit(index, entry);
        }
    }

    private ulong Held(ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Store.Extent.Size);
        return size;
    }
}
