using System.Globalization;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>A log that was stopped cleanly is read as it lies there: nothing is made beside it, no right to write is needed, and a writer that comes meanwhile is noticed.</summary>
public sealed class StoppedLogTests : IDisposable
{
    private const ulong Size = 600;
    private const int States = 400;

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public StoppedLogTests() => SampleLog.GrowSealed(LogPath, Options, Size);

    /// <summary>Its name has what must not be taken for parts of an address.</summary>
    private string LogPath => _directory.File("a log? of #1, 100%");

    private string Rows => Path.Combine(LogPath, "index.db-wal");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Nothing_in_its_folder_is_made_or_changed_by_reading_all_of_it()
    {
        var before = Files();

        using (var reader = LogFolder.OpenReader(LogPath))
        {
            RequireAll(reader, Size);
            Assert.Equal(before, Files());
        }

        Assert.Equal(before, Files());
    }

    [Fact]
    public void What_an_earlier_reader_left_beside_it_is_left_as_it_is()
    {
        foreach (var left in new[] { Rows, Path.Combine(LogPath, "index.db-shm") })
            File.Create(left).Dispose();
        var before = Files();

        using (var reader = LogFolder.OpenReader(LogPath))
            RequireAll(reader, Size);

        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_writer_that_comes_while_it_is_read_is_noticed_and_what_it_adds_is_read()
    {
        using var reader = LogFolder.OpenReader(LogPath);
        RequireAll(reader, Size);
        var size = Size;

        // Each stop copies the new rows into the pages that the reader knows.
        for (var run = 0; run < 4; run++)
        {
            using (var log = SampleLog.Open(LogPath, Options))
            {
                for (; size % 1000 != 0; size += 10)
                    SampleLog.Append(log, 10, seal: size % 50 == 40);
                Assert.True(new FileInfo(Rows).Length > 0);
                RequireAll(reader, size);
                SampleLog.Append(log, 10);
                size += 10;
            }

            RequireAll(reader, size);
        }
    }

    /// <summary>Keys between those that are there divide the pages in which they are.</summary>
    [Fact]
    public void What_a_writer_moves_in_the_index_while_a_reader_has_half_of_it_is_not_missed()
    {
        PutStates(odd: 0);
        using var reader = LogFolder.OpenReader(LogPath);
        Assert.Equal(Value(0), reader.ReadState(Key(0)));

        PutStates(odd: 1);

        for (var i = 0; i < 2 * States; i++)
            Assert.Equal(Value(i), reader.ReadState(Key(i)));
    }

    /// <summary>By whoever may not write: the suite's own program, as nobody if this one is root.</summary>
    [UnprivilegedTheory]
    [InlineData("index.db")]
    [InlineData("index.db-wal")]
    public async Task Who_may_not_write_in_its_folder_reads_it(string newest)
    {
        if (newest != "index.db")
            File.Create(Path.Combine(LogPath, newest)).Dispose();
        const UnixFileMode look = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_directory.Path, look | UnixFileMode.UserWrite);
        File.SetUnixFileMode(LogPath, look);

        Assert.Equal([$"read {Size} {SampleLog.Key.Name}"], await UnprivilegedTheoryAttribute.ReadAsync(LogPath));
        File.SetUnixFileMode(LogPath, look | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_log_that_begins_anew_in_its_place_is_not_read_out_of_the_old_ones_index()
    {
        using var reader = LogFolder.OpenReader(LogPath);
        RequireAll(reader, Size);
        Directory.Move(LogPath, _directory.File("the old one"));
        SampleLog.GrowSealed(LogPath, Options, 300);

        Assert.Equal(300UL, reader.NewestCheckpoint()!.Value.Size);
    }

    private void PutStates(int odd)
    {
        using var log = SampleLog.Open(LogPath, Options);
        for (var i = odd; i < 2 * States; i += 2)
            log.PutState(Key(i), Value(i));
        SampleLog.Grow(log, log.Size + 200, group: 10);
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"state/{i:D6}");

    private static byte[] Value(int i) => [.. Enumerable.Repeat((byte)i, 100)];

    private void RequireAll(ILogReader reader, ulong size)
    {
        var view = new LogView(reader);
        Assert.Equal(new LogExtent(0, size), reader.Extent);
        for (ulong index = 0; index < size; index++)
            Assert.Equal(SampleLog.Entry(index), view.ReadEntry(index));
        Assert.Equal("value"u8.ToArray(), reader.ReadState("key"));
        for (var sealedAt = 50UL; sealedAt <= size; sealedAt += 50)
            Assert.Equal(SampleLog.Sign(sealedAt, _naive.Root(sealedAt)).ToArray(), reader.FindCheckpoint(sealedAt)!.Value.Bytes);
        Assert.Equal(size / 50 * 50, reader.NewestCheckpoint()!.Value.Size);
    }

    private List<(string Name, long Length, DateTime Written)> Files() =>
        [.. Directory.GetFiles(LogPath).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), new FileInfo(f).Length, File.GetLastWriteTimeUtc(f)))];
}
