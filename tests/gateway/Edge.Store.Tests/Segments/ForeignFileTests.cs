using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>Files of another log, copied over those of this one: they are put aside and told, and nothing in them is believed.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private const ulong Size = 600;

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };
    private static readonly NoteSigner Stranger = new("city.example/water-gw-0002", KeyType.Ed25519, new byte[32]);

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public ForeignFileTests()
    {
        using var log = SampleLog.Open(Ours, Options);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
    }

    private string Ours => _directory.File("ours");

    private string Theirs => _directory.File("theirs");

    private string Newest => Path.GetFileName(Directory.GetFiles(Ours, "*.seg").Order(StringComparer.Ordinal).Last());

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_logs_newest_segment_is_put_aside_and_the_log_goes_on_behind_what_it_had_given_a_number(bool hasCheckpoints)
    {
        Write(Theirs, hasCheckpoints, bytes: 20);
        var first = HeaderFirst(Path.Combine(Ours, Newest));
        File.Copy(Path.Combine(Theirs, Newest), Path.Combine(Ours, Newest), overwrite: true);

        using (var log = SampleLog.Open(Ours, Options))
        {
            Assert.Contains(log.Damage, d => d.What.Contains("of another log", StringComparison.Ordinal) && File.Exists(d.Quarantine));
            Assert.Equal(Size - first, log.Damage.Aggregate(0UL, (sum, d) => sum + d.Count));
            RequireOurs(log, first);
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(Ours, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(Size + 10), again.Root);
        Assert.Equal(_naive.Consistency(Size, Size + 10), again.View.Consistency(Size, Size + 10));
    }

    [Fact]
    public void Another_logs_segment_is_known_also_when_the_hash_files_are_damaged()
    {
        Write(Theirs, hasCheckpoints: false, bytes: 20);
        var first = HeaderFirst(Path.Combine(Ours, Newest));
        File.Copy(Path.Combine(Theirs, Newest), Path.Combine(Ours, Newest), overwrite: true);
        using (var hashes = File.OpenWrite(Path.Combine(Ours, "hashes.1")))
            hashes.Write(new byte[64]);

        using var log = SampleLog.Open(Ours, Options);

        Assert.Contains(log.Damage, d => d.What.Contains("of another log", StringComparison.Ordinal));
        RequireOurs(log, first);
    }

    [Fact]
    public void Another_logs_only_segment_is_put_aside()
    {
        var (ours, theirs) = (_directory.File("short"), _directory.File("stranger"));
        using (var log = SampleLog.Open(ours))
            SampleLog.Append(log, 50, seal: true);
        Write(theirs, hasCheckpoints: true, bytes: 20);
        File.Copy(Path.Combine(theirs, "00000001.seg"), Path.Combine(ours, "00000001.seg"), overwrite: true);

        using var again = SampleLog.Open(ours);

        Assert.Contains(again.Damage, d => d.What.Contains("of another log (city.example/water-gw-0002)", StringComparison.Ordinal));
        Assert.Equal((50UL, _naive.Root(50)), (again.Size, again.Root));
    }

    [Theory]
    [InlineData("sealed")]
    [InlineData("hashes.0")]
    [InlineData("hashes.1")]
    [InlineData("hashes.0", "hashes.1")]
    [InlineData("hashes.0", "hashes.1", "sealed")]
    public void What_stands_beside_the_segments_counts_only_if_it_is_this_logs(params string[] files)
    {
        Write(Theirs, hasCheckpoints: true, bytes: 1);
        foreach (var file in files)
            File.Copy(Path.Combine(Theirs, file), Path.Combine(Ours, file), overwrite: true);

        using (var log = SampleLog.Open(Ours, Options))
        {
            Assert.Equal(files.Contains("sealed"), log.Damage.Any(d => d.What.Contains("sealed is that of another log", StringComparison.Ordinal)));
            RequireOurs(log, Size);
            Assert.Equal(_naive.Inclusion(3, Size), log.View.Inclusion(3, Size));
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(Ours, Options);
        Assert.Empty(again.Damage);
        RequireOurs(again, Size, Size + 10);
    }

    /// <summary>Entries below an index are as written, none is another's, and the tree is that of ours.</summary>
    private void RequireOurs(MerkleLog log, ulong below, ulong size = Size)
    {
        Assert.Equal((size, _naive.Root(size)), (log.Size, log.Root));
        Assert.Equal(size, log.View.Store.NewestCheckpoint()!.Value.Size);
        for (ulong index = 0; index < size; index++)
        {
            if (index < below)
                Assert.Equal(SampleLog.Entry(index), log.View.ReadEntry(index));
            else
                Assert.ThrowsAny<Exception>(() => Assert.NotEqual(SampleLog.Entry(index), log.View.ReadEntry(index)));
        }
    }

    private static ulong HeaderFirst(string segment) => BitConverter.ToUInt64(File.ReadAllBytes(segment), 16);

    /// <summary>A log of another gateway, with more segments than ours.</summary>
    private static void Write(string folder, bool hasCheckpoints, int bytes)
    {
        using var log = SampleLog.Open(folder, Options);
        for (var group = 0; group < 100; group++)
        {
            var batch = new EntryBatch();
            for (var i = 0; i < 10; i++)
                batch.Add(Encoding.ASCII.GetBytes($"theirs {log.Size + (ulong)i}{new string('+', bytes)}"));
            log.Append(batch, hasCheckpoints && group % 5 == 4 ? (size, root) => new Checkpoint(Stranger.Name, size, root).Sign(Stranger).ToBytes() : null);
        }
    }
}
