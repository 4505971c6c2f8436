using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Store.Tests.Log;

public sealed class WriterLockTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_log_has_one_writer_by_whatever_name_it_is_opened()
    {
        Directory.CreateSymbolicLink(_directory.File("link"), "log");
        Directory.CreateSymbolicLink(_directory.File("link-to-link"), _directory.File("link"));
        using var first = LogFolder.Open(_directory.File("log"));

        Assert.Contains("is being written by another gateway process", Refused("link"), StringComparison.Ordinal);
        Assert.Contains("is being written by another gateway process", Refused("link-to-link"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_makes_the_log_where_it_leads()
    {
        Directory.CreateSymbolicLink(_directory.File("link"), "log");

        using var log = LogFolder.Open(_directory.File("link"));

        Assert.Equal(_directory.File("log"), log.Name);
        Assert.True(Directory.Exists(_directory.File("log")));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_said()
    {
        Directory.CreateSymbolicLink(_directory.File("link"), "link");

        Assert.Contains("cannot be followed to a folder", Refused("link"), StringComparison.Ordinal);
    }

    private string Refused(string name) => Assert.Throws<StoreException>(() => LogFolder.Open(_directory.File(name)).Dispose()).Message;
}
