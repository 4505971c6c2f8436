namespace Edge.Store;

/// <summary>A log's index was kept by a program of the other stack, which this one cannot read. Nothing was touched.</summary>
/// <param name="index">Its file.</param>
/// <param name="stack">Whose it is.</param>
/// <param name="own">This program's.</param>
public sealed class OtherStackException(string index, string stack, string own)
    : StoreException($"{index} was kept by a program of the stack {stack}, and this one is built on {own}. Use one of that stack (./edge --stack {stack} ...). To go on with {own} for good, move index.db, index.db-wal and index.db-shm out of the folder: it is made again from the segments, without the checkpoints and receipts of segments that were evicted.");
