using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Store.Tests.Log;

/// <summary>What every implementation of the port must do.</summary>
public abstract class LogStoreContract : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly EntryBatch _read = new();

    private string LogPath => _directory.File("log");

    protected abstract ILogStore Open(string path);

    /// <summary>A store that can evict each group by itself.</summary>
    protected abstract ILogStore OpenInSmallParts(string path);

    protected abstract ILogReader OpenReader(string path);

    public void Dispose()
    {
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_new_log_is_empty()
    {
        using var store = Open(LogPath);

        Assert.Equal(new LogExtent(0, 0), store.Extent);
        Assert.False(store.TryReadBundle(0, _read, out _));
        Assert.Equal(0, store.ReadHashes(0, 0, new Hash32[256]));
        Assert.Equal(0, store.Peaks.Length);
        Assert.Empty(store.Damage);
        Assert.Null(store.FirstCut);
        Assert.Null(store.NewestCheckpoint());
        Assert.Null(store.NewestReceipt());
        Assert.Null(store.FindCheckpoint(0));
        Assert.Null(store.FindReceipt(0));
        Assert.Null(store.FindBlock(default));
        Assert.Null(store.ReadState("none"));
    }

    [Fact]
    public void A_commit_is_all_there_after_reopening()
    {
        var hash = TreeHasher.Sha256.Leaf([7]);
        using (var store = Open(LogPath))
        {
            var (tiles, peaks) = SampleLog.Growth(0, 300);
            store.Commit(new LogCommit
            {
                FirstIndex = 0,
                Entries = SampleLog.Batch(0, 300),
                Tiles = tiles,
                Peaks = peaks,
                Checkpoint = "note"u8,
                BlockHash = hash,
                Block = "block"u8,
            });
        }

        using var again = Open(LogPath);
        var tile = new Hash32[256];
        Assert.Equal(new LogExtent(0, 300), again.Extent);
        Assert.True(again.TryReadBundle(9, _read, out var first));
        Assert.Equal(0UL, first);
        Assert.Equal(SampleLog.Entry(9), _read[9].ToArray());
        Assert.Equal(256, again.ReadHashes(0, 0, tile));
        Assert.Equal(Enumerable.Range(0, 256).Select(i => TreeHasher.Sha256.Leaf(SampleLog.Entry((ulong)i))), tile);
        Assert.Equal(44, again.ReadHashes(0, 256, tile));
        Assert.Equal(1, again.ReadHashes(1, 0, tile));
        Assert.Equal(TreeHasher.Sha256.Fold(Enumerable.Range(0, 256).Select(i => TreeHasher.Sha256.Leaf(SampleLog.Entry((ulong)i))).ToArray()), tile[0]);
        Assert.Equal(SampleLog.Growth(0, 300).Peaks, again.Peaks.ToArray());
        Assert.Equal("note"u8.ToArray(), again.NewestCheckpoint()!.Value.Bytes);
        Assert.Equal(300UL, again.NewestCheckpoint()!.Value.Size);
        Assert.Equal("block"u8.ToArray(), again.FindBlock(hash));
    }

    [Fact]
    public void The_group_that_holds_an_index_is_found()
    {
        using var store = Open(LogPath);
        Commit(store, 3, 1, 5);

        foreach (var (index, expected) in new[] { (0UL, 0UL), (2UL, 0UL), (3UL, 3UL), (4UL, 4UL), (8UL, 4UL) })
        {
            Assert.True(store.TryReadBundle(index, _read, out var first));
            Assert.Equal(expected, first);
            Assert.Equal(SampleLog.Entry(index), _read[(int)(index - first)].ToArray());
        }
        Assert.False(store.TryReadBundle(9, _read, out _));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public void A_group_that_does_not_follow_the_last_one_is_refused_whole(ulong first)
    {
        using var store = Open(LogPath);
        Commit(store, 3);

        Assert.Throws<InvalidOperationException>(() => store.Commit(new LogCommit
        {
            FirstIndex = first,
            Entries = SampleLog.Batch(first, 1),
            Tiles = new TileBatch(),
            Peaks = [],
            Checkpoint = "note"u8,
        }));

        Assert.Equal(3UL, store.Extent.Size);
        Assert.Null(store.NewestCheckpoint());
        Commit(store, 2);
        Assert.Equal(5UL, store.Extent.Size);
    }

    [Fact]
    public void An_announced_checkpoint_is_never_replaced()
    {
        using var store = Open(LogPath);
        Commit(store, 3);
        Seal(store, "one");
        Seal(store, "one");

        Assert.Throws<InvalidOperationException>(() => Seal(store, "another"));

        Assert.Equal("one"u8.ToArray(), store.NewestCheckpoint()!.Value.Bytes);
    }

    [Fact]
    public void Checkpoints_and_receipts_are_found_by_the_size_they_must_cover()
    {
        using var store = Open(LogPath);
        foreach (var count in new[] { 4, 4, 4 })
        {
            Commit(store, count);
            Seal(store, $"note {store.Extent.Size}");
        }
        store.PutReceipt(4, "first"u8);
        store.PutReceipt(12, "second"u8);

        Assert.Equal(4UL, store.FindCheckpoint(1)!.Value.Size);
        Assert.Equal(4UL, store.FindCheckpoint(4)!.Value.Size);
        Assert.Equal(8UL, store.FindCheckpoint(5)!.Value.Size);
        Assert.Null(store.FindCheckpoint(13));
        Assert.Equal(12UL, store.NewestCheckpoint()!.Value.Size);
        Assert.Equal(4UL, store.FindReceipt(3)!.Value.Size);
        Assert.Equal("second"u8.ToArray(), store.FindReceipt(5)!.Value.Bytes);
        Assert.Equal(12UL, store.NewestReceipt()!.Value.Size);
    }

    [Fact]
    public void A_receipt_and_a_state_value_replace_the_former_one()
    {
        using (var store = Open(LogPath))
        {
            store.PutReceipt(4, "few cosignatures"u8);
            store.PutReceipt(4, "more cosignatures"u8);
            store.PutState("boot", [1]);
            store.PutState("boot", [2, 0]);
            store.PutState("empty", []);
        }

        using var again = Open(LogPath);
        Assert.Equal("more cosignatures"u8.ToArray(), again.NewestReceipt()!.Value.Bytes);
        Assert.Equal<byte[]>([2, 0], again.ReadState("boot")!);
        Assert.Empty(again.ReadState("empty")!);
    }

    [Fact]
    public void Only_parts_wholly_below_the_index_are_evicted_and_never_the_newest()
    {
        using (var store = OpenInSmallParts(LogPath))
        {
            Commit(store, 3, 3, 3);
            Seal(store, "note");
            store.PutReceipt(9, "receipt"u8);
            Commit(store, 1);

            Assert.Equal(3UL, store.FirstCut);
            store.Evict(2);
            Assert.Equal(0UL, store.Extent.Oldest);
            store.Evict(5);
            Assert.Equal(3UL, store.Extent.Oldest);
            Assert.False(store.TryReadBundle(2, _read, out _));
            Assert.True(store.TryReadBundle(3, _read, out _));
            store.Evict(100);
            Assert.Equal(new LogExtent(9, 10), store.Extent);
            Assert.Null(store.FirstCut);
        }

        using var again = Open(LogPath);
        Assert.Empty(again.Damage);
        Assert.Equal(new LogExtent(9, 10), again.Extent);
        Assert.Equal("note"u8.ToArray(), again.NewestCheckpoint()!.Value.Bytes);
        Assert.Equal("receipt"u8.ToArray(), again.NewestReceipt()!.Value.Bytes);
        Assert.Equal(3, again.ReadHashes(0, 0, new Hash32[3]));
    }

    [Fact]
    public void Everything_is_found_in_old_parts_as_in_the_newest()
    {
        using (var store = OpenInSmallParts(LogPath))
        {
            using var beside = OpenReader(LogPath);
            for (var i = 1; i <= 6; i++)
            {
                Commit(store, 2);
                Seal(store, $"note {i}");
                store.PutReceipt((ulong)i * 2, System.Text.Encoding.ASCII.GetBytes($"receipt {i}"));
                store.PutState("newest", [(byte)i]);
                store.PutState($"of {i}", [(byte)i]);
                RequireAll(store, i);
                RequireAll(beside, i);
            }
        }

        using var reader = OpenReader(LogPath);
        RequireAll(reader, 6);
        using var again = Open(LogPath);
        RequireAll(again, 6);
        Assert.Empty(again.Damage);
    }

    private void RequireAll(ILogReader reader, int rounds)
    {
        Assert.Equal(new LogExtent(0, (ulong)rounds * 2), reader.Extent);
        Assert.Equal([(byte)rounds], reader.ReadState("newest")!);
        for (var i = 1; i <= rounds; i++)
        {
            var size = (ulong)i * 2;
            Assert.True(reader.TryReadBundle(size - 1, _read, out var first));
            Assert.Equal(size - 2, first);
            Assert.Equal(SampleLog.Entry(size - 1), _read[1].ToArray());
            Assert.Equal($"note {i}", System.Text.Encoding.ASCII.GetString(reader.FindCheckpoint(size - 1)!.Value.Bytes));
            Assert.Equal((size, $"receipt {i}"), (reader.FindReceipt(size - 1)!.Value.Size, System.Text.Encoding.ASCII.GetString(reader.FindReceipt(size - 1)!.Value.Bytes)));
            Assert.Equal([(byte)i], reader.ReadState($"of {i}")!);
        }

        Assert.Equal((ulong)rounds * 2, reader.NewestCheckpoint()!.Value.Size);
        Assert.Equal((ulong)rounds * 2, reader.NewestReceipt()!.Value.Size);
        Assert.Null(reader.FindReceipt(((ulong)rounds * 2) + 1));
    }

    [Fact]
    public void A_reader_sees_each_commit_of_the_writer()
    {
        using var store = Open(LogPath);
        using var reader = OpenReader(LogPath);
        Commit(store, 3);
        Assert.Equal(3UL, reader.Extent.Size);
        Commit(store, 4);
        Assert.Equal(7UL, reader.Extent.Size);
        Assert.True(reader.TryReadBundle(6, _read, out _));
    }

    [Fact]
    public void A_second_writer_is_told_so()
    {
        using var store = Open(LogPath);

        var refused = Assert.Throws<StoreException>(() => Open(LogPath));

        Assert.Contains("another gateway process", refused.Message, StringComparison.Ordinal);
        Assert.Contains(LogPath, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_writer_may_open_when_the_first_has_closed()
    {
        Open(LogPath).Dispose();
        Open(LogPath).Dispose();
    }

    [Fact]
    public void A_store_that_is_closed_twice_is_closed()
    {
        var store = Open(LogPath);
        Commit(store, 3);
        store.Dispose();
        store.Dispose();
        using var again = Open(LogPath);
        Assert.Equal(3ul, again.Extent.Size);
    }

    [Fact]
    public void A_missing_folder_and_a_missing_log_are_named()
    {
        Assert.Contains("absent", Assert.Throws<StoreException>(() => Open(_directory.File("absent/log"))).Message, StringComparison.Ordinal);
        Assert.Contains("absent-log", Assert.Throws<StoreException>(() => OpenReader(_directory.File("absent-log"))).Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(_directory.File("absent-log")));
    }

    [Fact]
    public void A_file_is_refused_and_not_touched()
    {
        var path = _directory.Write("letter.db", string.Join('\n', Enumerable.Repeat("Dear Sir or Madam", 100)));
        var before = File.ReadAllBytes(path);

        Assert.Contains("is a file, and a log is a folder", Assert.Throws<StoreException>(() => Open(path)).Message, StringComparison.Ordinal);
        Assert.Contains("is a file, and a log is a folder", Assert.Throws<StoreException>(() => OpenReader(path)).Message, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(path));
        File.Delete(path);
        Open(path).Dispose();
    }

    [Fact]
    public void A_folder_of_other_things_is_refused_and_not_touched()
    {
        _directory.Write("mine/letter.txt", "Dear Sir or Madam");

        Assert.Contains("letter.txt", Assert.Throws<StoreException>(() => Open(_directory.File("mine"))).Message, StringComparison.Ordinal);
        Assert.Contains("holds no log", Assert.Throws<StoreException>(() => OpenReader(_directory.File("mine"))).Message, StringComparison.Ordinal);

        Assert.Equal([_directory.File("mine/letter.txt")], Directory.GetFileSystemEntries(_directory.File("mine")));
    }

    private static void Commit(ILogStore store, params int[] counts)
    {
        foreach (var count in counts)
        {
            var first = store.Extent.Size;
            var (tiles, peaks) = SampleLog.Growth(first, count);
            store.Commit(new LogCommit { FirstIndex = first, Entries = SampleLog.Batch(first, count), Tiles = tiles, Peaks = peaks });
        }
    }

    private static void Seal(ILogStore store, string note) => store.Commit(new LogCommit
    {
        FirstIndex = store.Extent.Size,
        Entries = new EntryBatch(),
        Tiles = new TileBatch(),
        Peaks = store.Peaks,
        Checkpoint = System.Text.Encoding.ASCII.GetBytes(note),
    });
}
