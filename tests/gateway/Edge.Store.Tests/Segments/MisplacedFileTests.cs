using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Processes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>Whatever lies in a log's folder, the log opens: what cannot be its file is put aside, told once, and made again.</summary>
public sealed class MisplacedFileTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public MisplacedFileTests()
    {
        using var log = SampleLog.Open(LogPath, Options);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
        log.PutState("key", "value"u8);
    }

    private string LogPath => _directory.File("log");

    private string Sealed => Path.Combine(LogPath, "sealed");

    private string Quarantine => Path.Combine(LogPath, "quarantine");

    private List<string> Segments => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> Wrong()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in new[] { "hashes.0", "hashes.1", "hashes.7", "hashes.0.new", "index.db", "index.db-wal", "index.db-shm", "index.db-journal", "index.db-check", "index.db.new", "sealed", "sealed.new", "ballast", "lock", "00000099.seg", "00000099.seg.new" })
        {
            foreach (var kind in new[] { "folder", "full folder", "pipe", "dangling link" })
                all.Add(name, kind);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_file_is_put_aside_told_once_and_made_again(string name, string kind)
    {
        var path = Path.Combine(LogPath, name);
        File.Delete(path);
        await PutAsync(path, kind);

        using (var log = Open())
        {
            var told = Assert.Single(log.Damage);
            Assert.Equal((0UL, Path.Combine(Quarantine, name)), (told.Count, told.Quarantine));
            Assert.StartsWith($"{path} was no file of the log, but a folder, a pipe or a link that leads nowhere.", told.What, StringComparison.Ordinal);
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = Open(610);
        Assert.Empty(again.Damage);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("pipe")]
    [InlineData("dangling link")]
    public async Task A_segment_that_is_no_file_costs_what_it_held_and_no_more(string kind)
    {
        var path = Segments[^1];
        File.Delete(path);
        await PutAsync(path, kind);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            Assert.Contains(log.Damage, d => d.Quarantine == Path.Combine(Quarantine, Path.GetFileName(path)));
            Assert.Equal((600UL, _naive.Root(600)), (log.Size, log.Root));
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(610), again.Root);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("pipe")]
    public async Task A_reader_waits_for_nothing_that_is_no_file(string kind)
    {
        foreach (var name in new[] { "hashes.0", "00000099.seg" })
        {
            File.Delete(Path.Combine(LogPath, name));
            await PutAsync(Path.Combine(LogPath, name), kind);
        }

        using var reader = LogFolder.OpenReader(LogPath);

        Assert.Equal(600UL, reader.Extent.Size);
        Assert.Equal(0, reader.ReadHashes(0, 0, new Hash32[1]));
    }

    [Fact]
    public void A_log_without_its_lock_is_a_log()
    {
        File.Delete(Path.Combine(LogPath, "lock"));
        File.WriteAllText(Path.Combine(LogPath, "notes.txt"), "mine");

        using var log = Open();

        Assert.Empty(log.Damage);
        Assert.True(File.Exists(Path.Combine(LogPath, "lock")));
    }

    [Fact]
    public void A_file_in_the_quarantines_place_is_put_into_it_and_keeps_no_damage_from_being_put_aside()
    {
        File.WriteAllText(Quarantine, "plain");
        File.WriteAllBytes(Path.Combine(LogPath, "index.db"), new byte[8192]);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            Assert.Equal(2, log.Damage.Count);
            Assert.Equal("plain", File.ReadAllText(log.Damage[0].Quarantine!));
            Assert.Equal(8192, new FileInfo(log.Damage[1].Quarantine!).Length);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    [Theory]
    [InlineData("4294967295.seg", 0)]
    [InlineData("4294967295.seg", 10_000)]
    [InlineData("99999999.seg", 10_000)]
    [InlineData("00000500.seg", 0)]
    public void A_stray_segment_does_not_move_the_numbers_on(string name, int length)
    {
        var newest = Segments[^1];
        File.WriteAllBytes(Path.Combine(LogPath, name), new byte[length]);

        using (var log = Open())
            SampleLog.Grow(log, 900, group: 10);

        using var again = Open(900);
        Assert.Empty(again.Damage);
        var number = int.Parse(Path.GetFileNameWithoutExtension(newest), CultureInfo.InvariantCulture);
        Assert.True(File.Exists(Path.Combine(LogPath, $"{number + 1:D8}.seg")));
        Assert.False(File.Exists(Path.Combine(LogPath, "00000501.seg")));
    }

    [Fact]
    public void What_another_key_signed_is_not_gone_on_from()
    {
        using var other = new NoteSigner(SampleLog.Key.Name, KeyType.Ed25519, [.. Enumerable.Repeat((byte)9, 32)]);
        File.WriteAllBytes(Sealed, Page(5000, new Checkpoint(other.Name, 5000, _naive.Root(600)).Sign(other).ToBytes()));

        using (var log = Open(signer: SampleLog.Key.Verifier))
        {
            var told = Assert.Single(log.Damage);
            Assert.Equal(0UL, told.Count);
            Assert.Contains("sealed held no checkpoint that was signed with this log's key", told.What, StringComparison.Ordinal);
            Assert.True(File.Exists(told.Quarantine));
        }

        using var again = Open(signer: SampleLog.Key.Verifier);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void A_size_that_no_hashes_cover_is_not_gone_through()
    {
        const ulong size = 1UL << 62;
        File.WriteAllBytes(Sealed, Page(size, new Checkpoint(SampleLog.Key.Name, size, _naive.Root(600)).Sign(SampleLog.Key).ToBytes()));

        using var log = Open(signer: SampleLog.Key.Verifier);

        Assert.Contains("the city will not accept", Assert.Single(log.Damage).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_beyond_the_page_is_no_checkpoint()
    {
        var page = Page(5000, []);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(16), uint.MaxValue);
        File.WriteAllBytes(Sealed, WithChecksum(page));

        using var log = Open();

        Assert.Empty(log.Damage);
    }

    [Fact]
    public void When_every_segment_is_gone_the_log_goes_on_behind_what_was_signed()
    {
        var young = _directory.File("young");
        using (var log = SampleLog.Open(young))
            SampleLog.Append(log, 20, seal: true);
        File.Delete(Path.Combine(young, "00000001.seg"));

        using (var log = SampleLog.Open(young))
        {
            Assert.Equal((20UL, _naive.Root(20)), (log.Size, log.Root));
            Assert.Equal(20UL, Assert.Single(log.Damage).Count);
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(young);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Consistency(20, 30), again.View.Consistency(20, 30));
    }

    [UnprivilegedTheory]
    [InlineData("hashes.0")]
    [InlineData("index.db")]
    [InlineData("sealed")]
    [InlineData("lock")]
    [InlineData("00000001.seg")]
    [InlineData("newest segment")]
    public async Task A_file_that_its_owner_may_not_use_is_used_all_the_same_and_that_is_told_once(string name)
    {
        var path = name == "newest segment" ? Segments[^1] : Path.Combine(LogPath, name);
        File.SetUnixFileMode(path, UnixFileMode.None);

        var said = await UnprivilegedTheoryAttribute.RunAsync(LogPath, "620");
        var told = Assert.Single(said, l => l.StartsWith("damaged", StringComparison.Ordinal));
        Assert.StartsWith($"damaged 0+0 {path}: its owner might not use it (mode 0)", told, StringComparison.Ordinal);
        Assert.Contains("opened 600", said);

        Assert.DoesNotContain(await UnprivilegedTheoryAttribute.RunAsync(LogPath, "640"), l => l.StartsWith("damaged", StringComparison.Ordinal));
    }

    [UnprivilegedTheory]
    [InlineData("hashes.0", "hashes.0: cannot be written. Check the file's owner")]
    [InlineData("sealed", "sealed: cannot be written. Check the file's owner")]
    [InlineData("index.db", "index.db: cannot be opened. Check that the folder exists and that this user may write in it")]
    [InlineData("newest segment", ".seg: cannot be written. Check the file's owner")]
    public async Task A_file_of_another_user_is_said_and_nothing_is_touched(string name, string words)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        var path = name == "newest segment" ? Segments[^1] : Path.Combine(LogPath, name);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var before = Directory.GetFileSystemEntries(LogPath).Order(StringComparer.Ordinal).ToList();

        var said = await UnprivilegedTheoryAttribute.RefusedAsync(path, LogPath, "620");

        Assert.Contains($"Edge.Store.StoreException: {LogPath}", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(LogPath).Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        using var log = Open();
        Assert.Empty(log.Damage);
    }

    private static byte[] Page(ulong size, ReadOnlySpan<byte> note)
    {
        var page = new byte[4096];
        "EdgeSld1"u8.CopyTo(page);
        BinaryPrimitives.WriteUInt64LittleEndian(page.AsSpan(8), size);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(16), (uint)note.Length);
        note.CopyTo(page.AsSpan(20));
        return WithChecksum(page);
    }

    private static byte[] WithChecksum(byte[] page)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(4092), ~page[..4092].Aggregate(uint.MaxValue, BitOperations.Crc32C));
        return page;
    }

    private static async Task PutAsync(string path, string kind)
    {
        if (kind == "dangling link")
        {
            File.CreateSymbolicLink(path, "/nowhere/at/all");
            return;
        }

        if (kind == "pipe")
        {
            await using var made = ChildProcess.Start("/usr/bin/mkfifo", [path]);
            Assert.Equal(0, await made.WaitForExit());
            return;
        }

        Directory.CreateDirectory(path);
        if (kind == "full folder")
            File.WriteAllText(Path.Combine(path, "something"), "of someone");
    }

    /// <summary>Opens, and looks at everything.</summary>
    private MerkleLog Open(ulong size = 600, VerifierKey? signer = null)
    {
        var log = SampleLog.Open(LogPath, Options, signer);
        Assert.Equal((size, _naive.Root(size)), (log.Size, log.Root));
        for (ulong index = 0; index < size; index++)
            Assert.Equal(SampleLog.Entry(index), log.View.ReadEntry(index));
        Assert.Equal(_naive.Inclusion(3, size), log.View.Inclusion(3, size));
        Assert.Equal("value"u8.ToArray(), log.View.Store.ReadState("key"));
        return log;
    }
}
