namespace Edge.Store.Log;

/// <summary>
/// The one writer of a log; the port behind which SQLite stands now. Synchronous and single-threaded by design: one writer means one order.
/// A method that returned has made its effect durable against a power cut; one that threw has had no effect, unless the device lies.
/// </summary>
public interface ILogStore : ILogReader
{
    /// <summary>Appends one group: its entries, the tiles it filled, its checkpoint and the block its seal names. All of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">The group does not begin at the log's size, or another checkpoint of the same size was already announced.</exception>
    void Commit(in LogCommit commit);

    /// <summary>Keeps the receipt for a size; a later one for the same size replaces it.</summary>
    void PutReceipt(ulong size, ReadOnlySpan<byte> receipt);

    /// <summary>Keeps a small value under a key; replaces what was there.</summary>
    void PutState(string key, ReadOnlySpan<byte> value);

    /// <summary>Removes the groups that lie wholly below an index, except the newest group. Tiles, checkpoints and receipts stay.</summary>
    void Evict(ulong belowIndex);
}
