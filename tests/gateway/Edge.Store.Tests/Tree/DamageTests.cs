using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;
using Microsoft.Data.Sqlite;

namespace Edge.Store.Tests.Tree;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string LogPath => _directory.File("log.db");

    public DamageTests()
    {
        using var log = SampleLog.Open(LogPath);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i == 54);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_undamaged_log_opens_with_its_unsealed_end() => Assert.Equal(600UL, OpenSize());

    [Theory]
    [InlineData("UPDATE tiles SET hashes = randomblob(8192) WHERE id = 1", "root that was signed")]
    [InlineData("DELETE FROM entries WHERE first >= 540", "only 540 are held")]
    [InlineData("DELETE FROM entries WHERE first = 530", "entry 530 is missing")]
    [InlineData("UPDATE tiles SET hashes = x'00' WHERE id = 1", "tile 1 of level 0 has 1 bytes")]
    [InlineData("UPDATE entries SET bundle = bundle || x'00' WHERE first = 540", "540 to 549")]
    [InlineData("UPDATE entries SET bundle = CAST(substr(bundle, 1, length(bundle) - 1) || x'21' AS BLOB) WHERE first = 590", "590 to 599")]
    [InlineData("UPDATE checkpoints SET note = x'00'", "cannot be read")]
    [InlineData("UPDATE checkpoints SET size = 549", "kept for 549")]
    public void A_log_that_is_not_the_signed_one_is_refused_and_says_where(string damage, string words)
    {
        Execute(damage);

        var refused = Assert.Throws<LogDamagedException>(() => OpenSize());

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains(LogPath, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_lost_its_hash_is_never_handed_out()
    {
        // An old entry, under a full tile, replaced by another one with a valid checksum.
        Execute("UPDATE entries SET (crc, bundle) = (SELECT crc, bundle FROM entries WHERE first = 20) WHERE first = 10");

        using var log = SampleLog.Open(LogPath);
        var refused = Assert.Throws<LogDamagedException>(() => log.View.ReadEntry(12));

        Assert.Equal(12UL, refused.Index);
        Assert.Equal(SampleLog.Entry(22), log.View.ReadEntry(22));
    }

    [Fact]
    public void An_entry_read_again_is_checked_again()
    {
        using var log = SampleLog.Open(LogPath);
        Assert.Equal(SampleLog.Entry(12), log.View.ReadEntry(12));
        Assert.ThrowsAny<Exception>(() => log.View.ReadEntry(600));
        Execute("UPDATE entries SET (crc, bundle) = (SELECT crc, bundle FROM entries WHERE first = 20) WHERE first = 10");

        Assert.Equal(12UL, Assert.Throws<LogDamagedException>(() => log.View.ReadEntry(12)).Index);
    }

    [Fact]
    public void A_refused_log_is_free_for_who_repairs_it()
    {
        Execute("DELETE FROM entries WHERE first >= 540");
        Assert.Throws<LogDamagedException>(() => OpenSize());

        using var store = LogStoreFile.Open(LogPath);
        Assert.Equal(540UL, store.Extent.Size);
    }

    private ulong OpenSize()
    {
        using var log = SampleLog.Open(LogPath);
        return log.Size;
    }

    private void Execute(string sql)
    {
        using var database = new SqliteConnection($"Data Source={LogPath};Pooling=false");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
