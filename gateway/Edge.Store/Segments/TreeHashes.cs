using Edge.Ledger.Merkle;

namespace Edge.Store.Segments;

/// <summary>The hash functions a log's tree can have, by name.</summary>
internal static class TreeHashes
{
    /// <exception cref="StoreException">This version does not know it.</exception>
    public static TreeHasher Named(string name, string log)
    {
        foreach (var known in (ReadOnlySpan<TreeHasher>)[TreeHasher.Sha256, TreeHasher.Sm3])
        {
            if (known.Name == name)
                return known;
        }

        throw new StoreException($"{log}: its tree was built with \"{name}\", which this version does not know. Use a newer version.");
    }
}
