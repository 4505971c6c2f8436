using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Log;

/// <summary>What is written to a file that is no longer there under its name would be lost without an error.</summary>
public sealed class OpenedFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string LogPath => _directory.File("log");

    private string Segment => Path.Combine(LogPath, "00000001.seg");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_removed_file_takes_nothing_until_it_is_moved_back()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Append(log, 3, seal: true);
        File.Move(Segment, _directory.File("aside"));

        Assert.Contains("was removed", Refused(() => SampleLog.Append(log, 3, seal: true)), StringComparison.Ordinal);
        Assert.Contains("was removed", Refused(() => log.PutState("key", "value"u8)), StringComparison.Ordinal);
        Assert.Contains("was removed", Refused(() => log.PutReceipt(3, "receipt"u8)), StringComparison.Ordinal);
        Assert.Equal(3UL, log.Size);

        File.Move(_directory.File("aside"), Segment);
        SampleLog.Append(log, 3, seal: true);
        Assert.Equal(6UL, log.Size);
    }

    [Fact]
    public void A_file_replaced_by_its_copy_takes_nothing()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Append(log, 3, seal: true);
        File.Copy(Segment, _directory.File("copy"));
        File.Move(_directory.File("copy"), Segment, overwrite: true);

        Assert.Contains("was replaced by another file", Refused(() => SampleLog.Append(log, 3, seal: true)), StringComparison.Ordinal);
    }

    private static string Refused(Action write) => Assert.Throws<StoreException>(write).Message;
}
