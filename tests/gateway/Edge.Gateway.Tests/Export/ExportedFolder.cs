using System.Buffers;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Testing;

namespace Edge.Gateway.Tests.Export;

/// <summary>A folder that a log is exported to, read as a stranger would.</summary>
internal sealed class ExportedFolder : ITileSource, IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public string Path => _folder.File("exported");

    public SignedNote Note => SignedNote.Parse(File.ReadAllBytes(At("checkpoint")));

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Every file but the checkpoint, by its path in the folder.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(Path, f)).Where(f => f != "checkpoint").Order(StringComparer.Ordinal)];

    /// <summary>Audits what is there against its own checkpoint: its size, and that it is exactly the tiles of such a tree.</summary>
    public Checkpoint Check()
    {
        var checkpoint = Checkpoint.Parse(Note);
        var audit = new TileAudit(this, checkpoint);
        var entries = new AuditedEntries();
        Assert.True(audit.CheckRoot());
        while (audit.Next(entries))
        {
        }

        Assert.Empty(audit.Differences);
        Assert.Equal(checkpoint.Size, audit.OldestEntry + audit.CheckedEntries);
        Assert.Equal(
            TreeTiles.Of(checkpoint.Size).Where(t => !t.IsBundle || t.FirstEntry + (ulong)t.Width > audit.OldestEntry)
                .Select(t => t.IsBundle && t.FirstEntry < audit.OldestEntry ? RemainsFile.PathOf(t) : t.Path).Order(StringComparer.Ordinal), Files);
        return checkpoint;
    }

    public bool TryRead(Tile tile, IBufferWriter<byte> into) => TryRead(tile.Path, into);

    public bool TryReadRemains(Tile bundle, IBufferWriter<byte> into) => TryRead(RemainsFile.PathOf(bundle), into);

    private bool TryRead(string name, IBufferWriter<byte> into)
    {
        if (!File.Exists(At(name)))
            return false;
        into.Write(File.ReadAllBytes(At(name)));
        return true;
    }

    public void Dispose() => _folder.Dispose();
}
