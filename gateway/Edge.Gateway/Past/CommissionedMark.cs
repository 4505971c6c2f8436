using System.Buffers.Binary;
using Edge.Gateway.Doctor.Commissioning;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Past;

/// <summary>Where the newest commissioning entry stands. An index only, noted before the entry is committed: whoever follows it looks at what is there.</summary>
public static class CommissionedMark
{
    private const string Key = "commissioned";

    /// <summary>Notes it if the entry is one.</summary>
    /// <exception cref="StoreException">The store does not take it.</exception>
    public static void Note(MerkleLog log, ulong index, Entry entry)
    {
        if (!IsCommissioning(entry))
            return;
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, index);
        log.PutState(Key, bytes);
    }

    /// <summary>Whether the log holds a commissioning entry, or held it until it was evicted.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static bool Is(LogView log)
    {
        if (log.Store.ReadState(Key) is not { Length: sizeof(ulong) } bytes || BinaryPrimitives.ReadUInt64BigEndian(bytes) is var index && index >= log.Store.Extent.Size)
            return false;
        try
        {
            return IsCommissioning(Entry.Decode(log.ReadEntry(index)));
        }
        catch (EntryEvictedException)
        {
            return true;
        }
    }

    private static bool IsCommissioning(Entry entry) => entry is EventEntry { Event: EntryKind.Maintenance, Subject: CommissioningNote.Subject };
}
