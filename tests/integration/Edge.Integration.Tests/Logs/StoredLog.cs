using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Integration.Tests.Logs;

/// <summary>A log read whole from its store: every index from 0 on once, or reading fails.</summary>
internal sealed class StoredLog
{
    private StoredLog(byte[][] bytes, Checkpoint? newest, ulong anchored)
    {
        Bytes = bytes;
        Newest = newest;
        Anchored = anchored;
    }

    public byte[][] Bytes { get; }

    public ulong Size => (ulong)Bytes.Length;

    /// <summary>The newest signed checkpoint.</summary>
    public Checkpoint? Newest { get; }

    /// <summary>The size of the newest stored receipt.</summary>
    public ulong Anchored { get; }

    public IReadOnlyList<Entry> Entries => [.. Bytes.Select(b => Entry.Decode(b))];

    public static StoredLog Read(string path)
    {
        using var reader = LogFolder.OpenReader(path);
        var extent = reader.Extent;
        Assert.Equal(0ul, extent.Oldest);
        var bytes = new List<byte[]>();
        new LogView(reader).ReadEntries(0, extent.Size, (index, entry) =>
        {
            Assert.Equal((ulong)bytes.Count, index);
            bytes.Add(entry.ToArray());
        });
        Assert.Equal(extent.Size, (ulong)bytes.Count);
        var newest = reader.NewestCheckpoint() is { } note ? Checkpoint.Parse(SignedNote.Parse(note.Bytes)) : null;
        return new StoredLog([.. bytes], newest, reader.NewestReceipt()?.Size ?? 0);
    }

    public Hash32 RootAt(ulong size) => NaiveTree.Root(Bytes.AsSpan(0, checked((int)size)));

    /// <summary>Every checkpoint that was ever announced is a prefix of this log.</summary>
    public void Continues(IEnumerable<Checkpoint> announced)
    {
        var roots = new Dictionary<ulong, Hash32>();
        foreach (var checkpoint in announced)
        {
            Assert.True(checkpoint.Size <= Size, $"size {checkpoint.Size} was announced; the log ends at {Size}");
            if (!roots.TryGetValue(checkpoint.Size, out var root))
                roots[checkpoint.Size] = root = RootAt(checkpoint.Size);
            Assert.True(root == checkpoint.Root, $"the root announced at size {checkpoint.Size} is not this log's");
        }
    }
}
