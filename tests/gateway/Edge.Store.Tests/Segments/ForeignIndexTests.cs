using System.Text;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>An index that was copied from another log condemns nothing of this one; and a log of which nothing is ours is not gone on with.</summary>
public sealed class ForeignIndexTests : IDisposable
{
    private const ulong Size = 600;

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };
    private static readonly NoteSigner Stranger = new("city.example/water-gw-0002", KeyType.Ed25519, new byte[32]);
    private static readonly NoteSigner Namesake = new(SampleLog.Key.Name, KeyType.Ed25519, [.. Enumerable.Repeat((byte)7, 32)]);

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public ForeignIndexTests()
    {
        using var log = Open(Ours, SampleLog.Key);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
        log.PutReceipt(50, "ours"u8);
    }

    private string Ours => _directory.File("ours");

    private string Theirs => _directory.File("theirs");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(60, true, true)]
    [InlineData(60, true, false)]
    [InlineData(200, true, true)]
    [InlineData(200, true, false)]
    [InlineData(200, false, true)]
    [InlineData(200, false, false)]
    public void An_index_of_another_log_is_put_aside_and_made_again(int groups, bool isSealed, bool hasKey)
    {
        Write(isSealed ? Stranger : null, groups);
        CopyIndex();
        var key = hasKey ? SampleLog.Key : null;

        using (var log = Open(Ours, key))
        {
            var told = Assert.Single(log.Damage);
            Assert.Contains("index.db is that of another log", told.What, StringComparison.Ordinal);
            Assert.True(File.Exists(told.Quarantine));
            RequireOurs(log, Size);
            Assert.Equal("ours"u8.ToArray(), log.View.Store.NewestReceipt()!.Value.Bytes);
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = Open(Ours, key);
        Assert.Empty(again.Damage);
        RequireOurs(again, Size + 10);
    }

    [Fact]
    public void Segments_alone_say_whose_log_it_is()
    {
        Write(Stranger, 200);
        CopyIndex();
        File.Copy(Path.Combine(Theirs, "sealed"), Path.Combine(Ours, "sealed"), overwrite: true);

        using var log = Open(Ours, SampleLog.Key);

        Assert.Contains(log.Damage, d => d.What.Contains("sealed is that of another log", StringComparison.Ordinal));
        RequireOurs(log, Size);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_of_which_nothing_is_ours_is_refused_with_its_owners_name_and_not_touched(bool isNamesake)
    {
        var owner = isNamesake ? Namesake : Stranger;
        Write(owner, 60);
        foreach (var file in new[] { "sealed", "index.db" })
            File.Delete(Path.Combine(Theirs, file));
        var segments = Directory.GetFiles(Theirs, "*.seg").ToDictionary(f => f, File.ReadAllBytes);

        var refused = Assert.Throws<AnothersLogException>(() => Open(Theirs, SampleLog.Key));

        Assert.Equal(owner.Name, refused.Owner);
        Assert.Equal(segments.Count, Directory.GetFiles(Theirs, "*.seg").Length);
        Assert.All(segments, s => Assert.Equal(s.Value, File.ReadAllBytes(s.Key)));
    }

    private static MerkleLog Open(string folder, NoteSigner? signer) => SampleLog.Open(folder, Options, signer?.Verifier);

    private void RequireOurs(MerkleLog log, ulong size)
    {
        Assert.Equal((size, _naive.Root(size)), (log.Size, log.Root));
        Assert.Equal(size, log.View.Store.NewestCheckpoint()!.Value.Size);
        for (ulong index = 0; index < size; index++)
            Assert.Equal(SampleLog.Entry(index), log.View.ReadEntry(index));
    }

    private void CopyIndex()
    {
        foreach (var file in new[] { "index.db", "index.db-wal", "index.db-shm" })
        {
            File.Delete(Path.Combine(Ours, file));
            if (File.Exists(Path.Combine(Theirs, file)))
                File.Copy(Path.Combine(Theirs, file), Path.Combine(Ours, file));
        }
    }

    private void Write(NoteSigner? signer, int groups)
    {
        using var log = Open(Theirs, null);
        for (var group = 0; group < groups; group++)
        {
            var batch = new EntryBatch();
            for (var i = 0; i < 10; i++)
                batch.Add(Encoding.ASCII.GetBytes($"theirs {log.Size + (ulong)i}"));
            log.Append(batch, signer is not null && group % 5 == 4 ? (size, root) => new Checkpoint(signer.Name, size, root).Sign(signer).ToBytes() : null);
            if (group == groups / 2)
                log.PutReceipt(log.Size, "theirs"u8);
        }
    }
}
