using Edge.Demo.Towns;
using Edge.Ledger.City.Historian;
using Edge.Ledger.Historian;
using Edge.Ledger.Merkle;
using Edge.Testing;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Historian;

/// <summary>What a town's historian holds of its gateway, read from its file while it runs.</summary>
internal sealed class TownArchive(Town town)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private string Path => System.IO.Path.Combine(town.Folder.HistorianState, "historian.archive");

    public IndexSet Held()
    {
        if (!File.Exists(Path))
            return new IndexSet();
        using var archive = new ArchiveReader(Path);
        return archive.Held(town.Plan.GatewayId);
    }

    public Task HoldsAsync(Func<IndexSet, bool> holds) => Eventually.True(() => holds(Held()), Limit);

    /// <summary>Bytes of entries, each with its length, as they went over the line.</summary>
    public long Bytes(ulong from, ulong to)
    {
        using var archive = new ArchiveReader(Path);
        return archive.Entries(town.Plan.GatewayId, from, to - 1).Sum(e => sizeof(ushort) + (long)e.Entry.Length);
    }

    /// <summary>Every entry that is there is that of the log.</summary>
    public void HoldsOnly(StoredLog log)
    {
        using var archive = new ArchiveReader(Path);
        Assert.All(archive.Entries(town.Plan.GatewayId), held => Assert.Equal(log.Bytes[held.Index], held.Entry));
    }

    /// <summary>Every entry from 0 on is there once, with the log's bytes, and together they make the root that the gateway signed.</summary>
    public void IsTheLog(StoredLog log, ulong signed, Hash32 root)
    {
        using var archive = new ArchiveReader(Path);
        var tree = new CompactRange(TreeHasher.Sha256);
        var next = 0UL;
        foreach (var (index, entry) in archive.Entries(town.Plan.GatewayId))
        {
            Assert.Equal(next++, index);
            Assert.Equal(log.Bytes[index], entry);
            if (tree.Size < signed)
                tree.Append([TreeHasher.Sha256.Leaf(entry)]);
        }

        Assert.Equal(signed, tree.Size);
        Assert.Equal(root, tree.Root());
    }
}
