using Edge.Gateway.Past;
using Edge.Ledger;
using Edge.Ledger.Entries;
using Edge.Ledger.Tiles;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Export;

/// <summary>What is in force at the first entry of an export whose beginning was evicted, out of the copies that were kept.</summary>
internal static class ExportedContexts
{
    /// <param name="first">Index of the first entry that is exported.</param>
    /// <returns>The file; null when some of it is not to be had.</returns>
    public static byte[]? At(LogView log, ulong first)
    {
        var found = new SortedDictionary<ulong, byte[]>();
        var hasClock = false;
        try
        {
            foreach (var index in KeptEntries.InForce(log, first).Where(i => i < first))
            {
                var bytes = KeptEntries.Read(log, index);
                var isClock = Entry.Decode(bytes) is ClockEntry;
                // The newest comes first, and it alone is in force.
                if (!isClock || !hasClock)
                    found[index] = bytes;
                hasClock |= isClock;
            }
        }
        catch (Exception e) when (e is EntryEvictedException or LogDamagedException or MalformedException)
        {
            return null;
        }

        return ContextsFile.Write(found.Values);
    }
}
