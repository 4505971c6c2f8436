namespace Edge.Store;

/// <summary>A log's index was kept by a program of the other stack, which this one cannot read. Nothing was touched.</summary>
/// <param name="index">Its file.</param>
/// <param name="stack">Whose it is.</param>
/// <param name="own">This program's.</param>
public sealed class OtherStackException(string index, string stack, string own)
    : StoreException($"{index} was kept by a program of the stack {stack}, and this one is built on {own}. Use a program of that stack: an edge-gateway that was built with -p:Stack={stack}, or ./edge --stack {stack} ... in the source. To change to {own} for good, stop the gateway, move index.db, index.db-wal and index.db-shm out of the folder, and start this program: the index is made again from the segments, without the checkpoints and receipts of segments that were evicted. It will be told as a file that somebody removed, until edge-gateway damage --seen.");
