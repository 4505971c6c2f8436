using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Tree;

public sealed class CrashTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Everything_acknowledged_is_there_after_the_writer_was_killed()
    {
        var random = new Random(4);
        ulong size = 0;
        for (var round = 0; round < 12; round++)
        {
            await using var writer = ChildProcess.Start(Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), [LogPath]);
            Assert.Equal($"opened {size}", await writer.WaitForLine("opened"));
            var enough = size + (ulong)random.Next(1, 400);
            await writer.WaitForLine(line => Durable(line) >= enough);
            writer.Kill();
            await writer.WaitForExit();
            var acknowledged = writer.Output.All.Max(Durable);

            using var log = SampleLog.Open(LogPath);
            size = log.Size;
            Assert.InRange(size, acknowledged, acknowledged + 7);
            AssertWhole(log.View, size);
            Assert.Equal(Reference(size), log.Root);
        }
    }

    [Fact]
    public async Task Another_process_reads_and_proves_while_the_writer_goes_on()
    {
        await using var writer = ChildProcess.Start(Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), [LogPath]);
        await writer.WaitForLine("durable");
        using var reader = LogFolder.OpenReader(LogPath);
        var view = new LogView(reader);

        for (ulong enough = 300; enough <= 1500; enough += 300)
        {
            await writer.WaitForLine(line => Durable(line) >= enough);
            var size = reader.Extent.Size;
            Assert.Equal(Reference(size), view.Root(size));
            AssertWhole(view, size);
        }
        Assert.False(writer.HasExited);
    }

    [Theory]
    [InlineData("1000000")]
    [InlineData("2000")]
    public async Task A_reader_opened_at_any_moment_of_a_commit_sees_every_entry(string segmentBytes)
    {
        await using var writer = ChildProcess.Start(Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), [LogPath, segmentBytes, "3000"]);
        await writer.WaitForLine("durable");

        ulong size = 0;
        while (size < 3000)
        {
            using var reader = LogFolder.OpenReader(LogPath);
            size = reader.Extent.Size;
            AssertWhole(new LogView(reader), size);
        }
    }

    [Fact]
    public async Task A_log_written_by_another_process_is_refused_to_a_second_writer()
    {
        await using var writer = ChildProcess.Start(Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), [LogPath]);
        await writer.WaitForLine("durable");

        Assert.Throws<StoreException>(() => SampleLog.Open(LogPath));
    }

    private static ulong Durable(string line) =>
        line.StartsWith("durable ", StringComparison.Ordinal) ? ulong.Parse(line["durable ".Length..], CultureInfo.InvariantCulture) : 0;

    private static void AssertWhole(LogView log, ulong size)
    {
        ulong next = 0;
        log.ReadEntries(0, size, (index, entry) =>
        {
            Assert.Equal(next++, index);
            Assert.True(entry.SequenceEqual(SampleLog.Entry(index)));
        });
        Assert.Equal(size, next);
    }

    private static Hash32 Reference(ulong size)
    {
        var tree = new MemoryTree(TreeHasher.Sha256);
        for (ulong index = 0; index < size; index++)
            tree.Append(SampleLog.Entry(index));
        return tree.Root;
    }
}
