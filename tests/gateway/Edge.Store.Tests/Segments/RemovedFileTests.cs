using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>What is written to a file that is no longer there under its name would be lost without an error.</summary>
public sealed class RemovedFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string LogPath => _directory.File("log");

    private string Segment => Path.Combine(LogPath, "00000001.seg");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_removed_segment_is_made_again_with_all_that_was_in_it()
    {
        using (var log = SampleLog.Open(LogPath))
        using (var reader = LogFolder.OpenReader(LogPath))
        {
            SampleLog.Append(log, 3, seal: true);
            Assert.Equal(3UL, reader.Extent.Size);
            File.Delete(Segment);
            SampleLog.Append(log, 3, seal: true);
            File.Delete(Segment);
            log.PutState("key", "value"u8);
            File.Delete(Segment);
            log.PutReceipt(3, "receipt"u8);
            SampleLog.Append(log, 3);
            Assert.Equal(9UL, reader.Extent.Size);
        }

        using var again = SampleLog.Open(LogPath);
        Assert.Empty(again.Damage);
        Assert.Equal(9UL, again.Size);
        for (ulong index = 0; index < 9; index++)
            Assert.Equal(SampleLog.Entry(index), again.View.ReadEntry(index));
        Assert.Equal("value"u8.ToArray(), again.View.Store.ReadState("key"));
        Assert.Equal("receipt"u8.ToArray(), again.View.Store.NewestReceipt()!.Value.Bytes);
    }

    [Fact]
    public void A_removed_folder_is_said()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Append(log, 3, seal: true);
        Directory.Move(LogPath, _directory.File("aside"));

        Assert.Contains("log was moved or removed while the gateway writes it. Put it back", Refused(() => SampleLog.Append(log, 3, seal: true)), StringComparison.Ordinal);
        Assert.Equal(3UL, log.Size);

        Directory.Move(_directory.File("aside"), LogPath);
        SampleLog.Append(log, 3, seal: true);
        Assert.Equal(6UL, log.Size);
    }

    [Fact]
    public void A_segment_replaced_by_its_copy_takes_nothing_until_that_is_moved_away()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Append(log, 3, seal: true);
        File.Copy(Segment, _directory.File("copy"));
        File.Move(_directory.File("copy"), Segment, overwrite: true);

        Assert.Contains("was replaced by another file", Refused(() => SampleLog.Append(log, 3, seal: true)), StringComparison.Ordinal);

        File.Delete(Segment);
        SampleLog.Append(log, 3, seal: true);
        Assert.Equal(6UL, log.Size);
    }

    private static string Refused(Action write) => Assert.Throws<StoreException>(write).Message;
}
