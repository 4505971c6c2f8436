using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Torture.Logs;

/// <summary>A log read whole from its store: every index from 0 on once, or reading fails.</summary>
internal sealed class StoredLog
{
    private readonly Hash32[] _leaves;

    private StoredLog(byte[][] bytes, Checkpoint? newest, ulong anchored)
    {
        Bytes = bytes;
        Newest = newest;
        Anchored = anchored;
        _leaves = [.. bytes.Select(b => TreeHasher.Sha256.Leaf(b))];
    }

    public byte[][] Bytes { get; }

    public ulong Size => (ulong)Bytes.Length;

    /// <summary>The newest signed checkpoint.</summary>
    public Checkpoint? Newest { get; }

    /// <summary>The size of the newest stored receipt.</summary>
    public ulong Anchored { get; }

    public IReadOnlyList<Entry> Entries => [.. Bytes.Select(b => Entry.Decode(b))];

    /// <summary>The root over the first entries.</summary>
    public Hash32 RootAt(ulong size)
    {
        var tree = new CompactRange(TreeHasher.Sha256);
        tree.Append(_leaves.AsSpan(0, (int)size));
        return tree.Root();
    }

    /// <exception cref="TortureException">Entries are missing.</exception>
    /// <exception cref="Edge.Store.StoreException">It cannot be read.</exception>
    public static StoredLog Read(string path)
    {
        using var reader = LogFolder.OpenReader(path);
        var extent = reader.Extent;
        var bytes = new List<byte[]>();
        new LogView(reader).ReadEntries(extent.Oldest, extent.Size - extent.Oldest, (_, entry) => bytes.Add(entry.ToArray()));
        if (extent.Oldest != 0 || extent.Size != (ulong)bytes.Count)
            throw new TortureException(string.Create(CultureInfo.InvariantCulture, $"{path}: entries {extent.Oldest} to {extent.Size} are said to be held; {bytes.Count} were read."));
        var newest = reader.NewestCheckpoint() is { } note ? Checkpoint.Parse(SignedNote.Parse(note.Bytes)) : null;
        return new StoredLog([.. bytes], newest, reader.NewestReceipt()?.Size ?? 0);
    }

    /// <summary>What in checkpoints that were announced is not a prefix of this log, as sentences.</summary>
    public IEnumerable<string> Contradictions(IEnumerable<Checkpoint> announced)
    {
        var edge = new CompactRange(TreeHasher.Sha256);
        foreach (var checkpoint in announced.DistinctBy(c => (c.Size, c.Root)).OrderBy(c => c.Size))
        {
            if (checkpoint.Size > Size)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"size {checkpoint.Size} was announced; the log ends at {Size}");
                continue;
            }
            edge.Append(_leaves.AsSpan((int)edge.Size, (int)(checkpoint.Size - edge.Size)));
            if (edge.Root() != checkpoint.Root)
                yield return string.Create(CultureInfo.InvariantCulture, $"the root announced at size {checkpoint.Size} is not this log's");
        }
    }
}
