using System.Text;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;
using Edge.Verify.Audit;

namespace Edge.Integration.Tests.Tiles;

public sealed class KilledExportTests : IDisposable
{
    private const int Group = 20_000;

    private readonly TemporaryDirectory _folder = new();
    private readonly NoteSigner _signer = new("city.example/gw-1", KeyType.Ed25519, new byte[32]);

    private string Exported => _folder.File("exported");

    [Fact]
    public async Task An_export_that_is_killed_leaves_the_checkpoint_before_it_whole_and_goes_on_where_it_was()
    {
        using var log = MerkleLog.Open(_folder.File("edge-log"));
        var random = new Random(3);
        for (var kill = 0; kill < 5; kill++)
        {
            Grow(log);
            await KillAsync(random.Next(1, Group / Tile.FullWidth));
            if (kill > 1)
                Check();
            // What was killed in the first rounds has no checkpoint yet; then there is one before each kill.
            if (kill > 0)
                await RunAsync();
            Check(kill > 0 ? log.Size : null);
        }

        Assert.Empty(Directory.EnumerateFiles(Exported, "*.part", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Dispose();
    }

    private void Grow(MerkleLog log)
    {
        var batch = new EntryBatch();
        for (var i = 0; i < Group; i++)
            batch.Add(Encoding.ASCII.GetBytes($"entry {log.Size + (ulong)i}"));
        log.Append(batch, (size, root) => new Checkpoint(_signer.Name, size, root).Sign(_signer).ToBytes());
    }

    /// <summary>Ends an export without its knowledge as soon as it has put so many bundles more into the folder.</summary>
    private async Task KillAsync(int bundles)
    {
        var before = Bundles();
        await using var export = ChildProcess.Start(Programs.Gateway, Arguments);
        await Eventually.True(() => Bundles() >= before + bundles || export.HasExited);
        export.Kill();
        await export.WaitForExit();
    }

    private async Task RunAsync()
    {
        var run = await ProgramRun.Of(Programs.Gateway, Arguments);
        Assert.True(run.Code == 0, run.Said());
    }

    private string[] Arguments => ["export", "tiles", Exported, "--store", _folder.File("edge-log"), "--lang", "en"];

    private int Bundles()
    {
        var entries = Path.Combine(Exported, "tile", "entries");
        return Directory.Exists(entries) ? Directory.EnumerateFiles(entries, "*", SearchOption.AllDirectories).Count() : 0;
    }

    /// <summary>Everything the checkpoint covers is there and right; without one there is nothing to say.</summary>
    private void Check(ulong? size = null)
    {
        var file = Path.Combine(Exported, "checkpoint");
        if (size is null && !File.Exists(file))
            return;
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(File.ReadAllBytes(file)));
        var audit = new TileAudit(new TileDirectory(Exported), checkpoint);
        var stretch = new AuditedEntries();
        Assert.True(audit.CheckRoot());
        while (audit.Next(stretch))
        {
        }

        Assert.Empty(audit.Differences);
        Assert.Equal((size ?? checkpoint.Size, checkpoint.Size), (checkpoint.Size, audit.CheckedEntries));
    }
}
