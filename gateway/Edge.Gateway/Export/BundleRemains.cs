using Edge.Ledger.Tiles;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Export;

/// <summary>What can be had of a bundle of which not all entries are held: those that the log still has, and those that an earlier export saved.</summary>
internal sealed class BundleRemains(LogView log)
{
    /// <summary>Entries that are damaged in the store and were not saved.</summary>
    public ulong Lost { get; private set; }

    /// <summary>The first entry from which on none was evicted.</summary>
    public ulong FirstEntry { get; private set; }

    /// <summary>The entries by their places in the bundle; each has the hash it was logged with.</summary>
    /// <param name="saved">What an earlier export has, unchecked.</param>
    public SortedDictionary<int, byte[]> Of(Tile bundle, IReadOnlyDictionary<int, byte[]> saved)
    {
        var found = new SortedDictionary<int, byte[]>();
        for (var place = 0; place < bundle.Width; place++)
        {
            var index = bundle.FirstEntry + (ulong)place;
            var entry = Held(index, out var isEvicted);
            if (entry is null && saved.TryGetValue(place, out var own) && log.Hasher.Leaf(own) == log.Node(0, index))
                entry = own;
            if (entry is not null)
                found.Add(place, entry);
            else if (isEvicted)
                FirstEntry = index + 1;
            else
                Lost++;
        }

        return found;
    }

    private byte[]? Held(ulong index, out bool isEvicted)
    {
        isEvicted = index < log.Store.Extent.Oldest;
        try
        {
            return isEvicted ? null : log.ReadEntry(index);
        }
        catch (EntryEvictedException)
        {
            isEvicted = true;
            return null;
        }
        catch (LogDamagedException)
        {
            return null;
        }
    }
}
