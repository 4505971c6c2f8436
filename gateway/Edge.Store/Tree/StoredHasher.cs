using System.Text;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The hash function a log was created with, as its store remembers it. A store that says nothing holds a SHA-256 log.</summary>
internal static class StoredHasher
{
    private const string Key = "tree-hash";

    /// <exception cref="StoreException">It was created with a function that this version does not know.</exception>
    public static TreeHasher Of(ILogReader store)
    {
        var name = store.ReadState(Key) is { } bytes ? Encoding.UTF8.GetString(bytes) : TreeHasher.Sha256.Name;
        foreach (var known in (ReadOnlySpan<TreeHasher>)[TreeHasher.Sha256, TreeHasher.Sm3])
        {
            if (known.Name == name)
                return known;
        }

        throw new StoreException($"{store.Name}: its tree was built with \"{name}\", which this version does not know. Use a newer version.");
    }

    /// <summary>Remembers the function in a new log, or makes sure that it is the one an existing log was created with.</summary>
    /// <exception cref="StoreException">The log was created with another function.</exception>
    public static void Settle(ILogStore store, TreeHasher hasher)
    {
        var created = Of(store);
        if (created == hasher)
            return;
        var isNew = store.Extent.Size == 0 && store.ReadState(Key) is null;
        if (isNew)
            store.PutState(Key, Encoding.UTF8.GetBytes(hasher.Name));
        else
            throw new StoreException($"{store.Name}: this log was created with {created}; it cannot go on with {hasher}. Name another store file for the new log.");
    }
}
