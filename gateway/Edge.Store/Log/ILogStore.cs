using Edge.Ledger.Merkle;

namespace Edge.Store.Log;

/// <summary>
/// The one writer of a log. Synchronous and single-threaded by design: one writer means one order.
/// A method that returned has made its effect durable against a power cut; one that threw has had no effect, unless the device lies.
/// </summary>
public interface ILogStore : ILogReader
{
    /// <summary>What was damaged when this writer opened the log, and what it met since; empty if all was well. Each piece once, until <see cref="DamageIsLogged"/>.</summary>
    DamageList Damage { get; }

    /// <summary>The first so many pieces of <see cref="Damage"/> stand in the log, durably. The others are found again when the log is opened next.</summary>
    void DamageIsLogged(int count);

    /// <summary>Where the oldest part ends that <see cref="Evict"/> can remove by itself: the index of the first entry after it. Null while only the newest part is left.</summary>
    ulong? FirstCut { get; }

    /// <summary>The tree's peaks over all entries (<see cref="CompactRange.CopyPeaks"/>).</summary>
    ReadOnlySpan<Hash32> Peaks { get; }

    /// <summary>Appends one group: its entries, what they add to the tree, its checkpoint and the block its seal names. All of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">The group does not begin at the log's size, or another checkpoint of the same size was already announced.</exception>
    void Commit(in LogCommit commit);

    /// <summary>Keeps the receipt for a size; a later one for the same size replaces it.</summary>
    void PutReceipt(ulong size, ReadOnlySpan<byte> receipt);

    /// <summary>Keeps a small value under a key; replaces what was there.</summary>
    void PutState(string key, ReadOnlySpan<byte> value);

    /// <summary>
    /// Removes the parts that lie wholly below an index, except the newest, and gives their room back to the file system; what a part is, the store decides
    /// (<see cref="FirstCut"/>). Tiles, checkpoints and receipts stay. Needs no free space.
    /// </summary>
    void Evict(ulong belowIndex);

    /// <summary>Looks through the next part of what nobody may have read for years, entries and hashes; what is damaged there is in <see cref="Damage"/> afterwards. Begins again after the last one.</summary>
    /// <exception cref="StoreException">It could not be looked at.</exception>
    void Patrol();
}
