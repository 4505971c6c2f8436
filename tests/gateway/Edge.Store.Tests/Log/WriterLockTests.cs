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
        File.CreateSymbolicLink(_directory.File("link.db"), "log.db");
        File.CreateSymbolicLink(_directory.File("link-to-link.db"), _directory.File("link.db"));
        using var first = LogStoreFile.Open(_directory.File("log.db"));

        Assert.Contains("is being written by another gateway process", Refused("link.db"), StringComparison.Ordinal);
        Assert.Contains("is being written by another gateway process", Refused("link-to-link.db"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_makes_the_log_where_it_leads()
    {
        File.CreateSymbolicLink(_directory.File("link.db"), "log.db");

        using var log = LogStoreFile.Open(_directory.File("link.db"));

        Assert.Equal(_directory.File("log.db"), log.Name);
        Assert.True(File.Exists(_directory.File("log.db")));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_said()
    {
        File.CreateSymbolicLink(_directory.File("link.db"), "link.db");

        Assert.Contains("cannot be followed to a file", Refused("link.db"), StringComparison.Ordinal);
    }

    private string Refused(string name) => Assert.Throws<StoreException>(() => LogStoreFile.Open(_directory.File(name)).Dispose()).Message;
}
