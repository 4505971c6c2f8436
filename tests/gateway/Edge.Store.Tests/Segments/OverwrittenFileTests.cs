using System.Diagnostics;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>Someone writes into the files of a log through their own names while it is written: an older copy over them, zeros, another log. The log goes on behind all that was given a number, and what is lost is told.</summary>
public sealed class OverwrittenFileTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("*.seg")]
    [InlineData("[!h]*")]
    [InlineData("hashes.*")]
    [InlineData("hashes.0")]
    [InlineData("sealed")]
    [InlineData("index.db*")]
    [InlineData("index.db")]
    public void An_older_copy_written_over_the_files_is_no_second_history(string names)
    {
        using (var log = Grown(405))
        {
            Shell($"cp -r {LogPath} {_directory.File("older")}");
            Grow(log, 435);
            Shell($"cp {_directory.File("older")}/{names} {LogPath}/");
            RequireGoesOn(log);
            Assert.Equal(_naive.Inclusion(430, 445), log.View.Inclusion(430, 445));
        }

        RequireAgain();
    }

    [Fact]
    public void An_older_copy_over_all_of_them_takes_its_own_proofs_with_it_but_no_number_and_no_new_proof()
    {
        using (var log = Grown(405))
        {
            Shell($"cp -r {LogPath} {_directory.File("older")}");
            Grow(log, 435);
            Shell($"cp {_directory.File("older")}/* {LogPath}/");
            RequireGoesOn(log);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(445), again.Root);
        Assert.Equal(_naive.Inclusion(440, 445), again.View.Inclusion(440, 445));
        Assert.Equal(_naive.Consistency(435, 445), again.View.Consistency(435, 445));
        again.Patrol();
        Assert.Contains("These entries cannot be proved any more", Assert.Single(again.Damage).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.seg")]
    [InlineData("hashes.0")]
    [InlineData("sealed")]
    [InlineData("index.db")]
    public void A_file_emptied_under_the_writer_is_no_second_history(string names)
    {
        using (var log = Grown(435))
        {
            Shell($"for f in {LogPath}/{names}; do : > $f; done");
            RequireGoesOn(log);
            Assert.Equal(_naive.Inclusion(430, 445), log.View.Inclusion(430, 445));
        }

        RequireAgain();
    }

    [Fact]
    public void An_index_emptied_is_made_again_although_others_in_this_process_read_it()
    {
        using (var log = Grown(435))
        using (var reader = LogFolder.OpenReader(LogPath))
        {
            Assert.Equal(435UL, reader.NewestCheckpoint() is null ? 0 : reader.Extent.Size);
            Shell($": > {LogPath}/index.db");
            RequireGoesOn(log);
            var told = Assert.Single(log.Damage);
            Assert.True(told.What.Contains("index.db was emptied", StringComparison.Ordinal) && File.Exists(told.Quarantine), told.What);
            Assert.Equal(445UL, reader.Extent.Size);
        }

        RequireAgain();
    }

    [Fact]
    public void Another_log_written_over_the_files_is_not_believed()
    {
        using (var log = Grown(435))
        {
            Shell($"mkdir {_directory.File("other")}");
            using (var other = SampleLog.Open(_directory.File("other"), Options))
            {
                var foreign = new EntryBatch();
                for (var i = 0; i < 45; i++)
                    foreign.Add(SampleLog.Entry((ulong)i + 7));
                other.Append(foreign, SampleLog.Sign);
            }

            var newest = Directory.GetFiles(LogPath, "*.seg").Max();
            Shell($"cp {_directory.File("other")}/00000001.seg {newest}");
            RequireGoesOn(log);
            Assert.Contains(log.Damage, d => d.Count > 0);
        }

        RequireAgain();
    }

    [Fact]
    public void Bytes_changed_in_the_newest_segment_are_told_while_the_gateway_runs()
    {
        using (var log = Grown(435))
        {
            var newest = Directory.GetFiles(LogPath, "*.seg").Max();
            Shell($"printf XXXX | dd of={newest} bs=1 seek=4200 conv=notrunc 2>/dev/null");
            RequireGoesOn(log);
            Assert.Contains(log.Damage, d => d.Count > 0 && d.What.Contains("are not what was written", StringComparison.Ordinal));
        }

        RequireAgain();
    }

    [Fact]
    public void Files_that_are_only_touched_are_whole_and_the_log_is_not_opened_again_for_ever()
    {
        using (var log = Grown(435))
        {
            for (var i = 0; i < 10; i++)
            {
                Shell($"touch {LogPath}/*");
                SampleLog.Append(log, 1, seal: true);
            }

            Assert.Empty(log.Damage);
            Assert.InRange(Directory.GetFiles(LogPath, "*.seg").Length, 1, 8);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(445), again.Root);
    }

    private MerkleLog Grown(ulong size)
    {
        var log = SampleLog.Open(LogPath, Options);
        Grow(log, size);
        return log;
    }

    private static void Grow(MerkleLog log, ulong size)
    {
        while (log.Size < size)
            SampleLog.Append(log, 5, seal: log.Size % 25 == 0);
    }

    /// <summary>Every number up to the end is given once: its entry is held, or is told of as lost.</summary>
    private void RequireGoesOn(MerkleLog log)
    {
        SampleLog.Append(log, 5, seal: true);
        SampleLog.Append(log, 5, seal: true);
        Assert.Equal(445UL, log.Size);
        Assert.Equal(_naive.Root(445), log.Root);
        Assert.Equal(445UL, log.View.Store.NewestCheckpoint()!.Value.Size);
        RequireHeldOrTold(log, log.Damage);
        log.DamageIsLogged(log.Damage.Count);
    }

    private void RequireAgain()
    {
        using var log = SampleLog.Open(LogPath, Options);
        Assert.Empty(log.Damage);
        Assert.Equal(_naive.Root(445), log.Root);
        SampleLog.Append(log, 5, seal: true);
        Assert.Equal(_naive.Root(450), log.Root);
        Assert.Equal(SampleLog.Entry(449), log.View.ReadEntry(449));
    }

    private static void RequireHeldOrTold(MerkleLog log, IReadOnlyList<StoreDamage> told)
    {
        var bundle = new EntryBatch();
        for (ulong index = 0; index < log.Size; index++)
        {
            if (told.Any(d => d.First <= index && index - d.First < d.Count))
                continue;
            Assert.True(log.View.Store.TryReadBundle(index, bundle, out var first), $"entry {index}");
            Assert.Equal(SampleLog.Entry(index), bundle[(int)(index - first)].ToArray());
        }
    }

    private static void Shell(string command)
    {
        using var process = Process.Start("/bin/sh", ["-c", command]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
