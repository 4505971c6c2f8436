using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The entries of a store and their leaf hashes, a group in memory at a time.</summary>
internal sealed class StoredEntries(ILogReader reader)
{
    private readonly EntryBatch _bundle = new();
    private readonly Hash32[] _leaves = new Hash32[64];
    private ulong _first;
    private ulong _leavesFirst;
    private int _leavesCount;

    /// <summary>The bytes of an entry; valid until the next call.</summary>
    /// <exception cref="EntryEvictedException">The entry was removed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The entry was never appended.</exception>
    public ReadOnlySpan<byte> Entry(ulong index)
    {
        if (index - _first >= (ulong)_bundle.Count)
        {
            _leavesCount = 0;
            if (!reader.TryReadBundle(index, _bundle, out _first))
                throw Missing(index);
        }

        return _bundle[(int)(index - _first)];
    }

    /// <summary>The leaf hash of an entry's bytes, whatever the tree says; those after it are computed on the way.</summary>
    /// <inheritdoc cref="Entry" path="/exception"/>
    public Hash32 Leaf(ulong index)
    {
        _ = Entry(index);
        if (index - _leavesFirst >= (ulong)_leavesCount)
        {
            var first = (int)(index - _first);
            _leavesFirst = index;
            _leavesCount = Math.Min(_leaves.Length, _bundle.Count - first);
            reader.Hasher.Leaves(_bundle.Part(first, _leavesCount), _leaves.AsSpan(0, _leavesCount));
        }

        return _leaves[index - _leavesFirst];
    }

    /// <summary>Its leaf hash, if its bytes are held and whole; otherwise what is there stays.</summary>
    public bool TryLeaf(ulong index, ref Hash32 leaf)
    {
        try
        {
            leaf = Leaf(index);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private StoreException Missing(ulong index)
    {
        var extent = reader.Extent;
        if (index < extent.Oldest)
            return new EntryEvictedException(index, extent.Oldest);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, extent.Size);
        return new LogDamagedException(string.Create(CultureInfo.InvariantCulture, $"{reader.Name}: entry {index} is missing although entries before and after it are held."), index);
    }
}
