using System.Globalization;
using Edge.Store.Sqlite;
using Edge.Testing;
using Microsoft.Data.Sqlite;

namespace Edge.Store.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private static readonly SqliteFormat Format = new("cellar book", 0x1234, 2, "CREATE TABLE bottles (name TEXT)");
    private readonly TemporaryDirectory _directory = new();

    private string File => _directory.File("cellar.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_systems_library_is_used_and_not_the_packages_old_one() =>
        Assert.True(new Version(SystemSqlite.Version) >= new Version(3, 40));

    [Fact]
    public void A_commit_waits_for_the_disk_and_the_log_file_is_bounded()
    {
        using var database = SqliteFile.Open(File, Format);

        Assert.Equal("wal", Ask(database, "PRAGMA journal_mode"));
        Assert.Equal("2", Ask(database, "PRAGMA synchronous"));
        Assert.Equal("1000", Ask(database, "PRAGMA wal_autocheckpoint"));
        Assert.Equal("16777216", Ask(database, "PRAGMA journal_size_limit"));
        Assert.Equal("5000", Ask(database, "PRAGMA busy_timeout"));
    }

    [Fact]
    public void A_file_opened_again_keeps_its_rows()
    {
        using (var database = SqliteFile.Open(File, Format))
            Ask(database, "INSERT INTO bottles VALUES ('Rioja')");

        using var again = SqliteFile.Open(File, Format);
        Assert.Equal("Rioja", Ask(again, "SELECT name FROM bottles"));
    }

    [Fact]
    public void A_reader_cannot_write()
    {
        using var database = SqliteFile.Open(File, Format);
        using var reader = SqliteFile.OpenReadOnly(File, Format);

        Assert.Throws<SqliteException>(() => Ask(reader, "INSERT INTO bottles VALUES ('Rioja')"));
    }

    [Fact]
    public void A_newer_version_is_refused_with_both_versions()
    {
        using (var database = SqliteFile.Open(File, Format))
            Ask(database, "PRAGMA user_version = 3");

        var refused = Assert.ThrowsAny<StoreException>(() => SqliteFile.Open(File, Format));

        Assert.Contains("version 3", refused.Message, StringComparison.Ordinal);
        Assert.Contains("up to 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        SqliteFile.Open(File, Format).Dispose();

        var refused = Assert.ThrowsAny<StoreException>(() => SqliteFile.Open(File, Format with { Name = "gateway log", ApplicationId = 0x9999 }));

        Assert.Contains("not a gateway log", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_with_tables_but_no_application_id_is_not_taken_over()
    {
        using (var database = SqliteFile.Open(File, Format))
            Ask(database, "PRAGMA application_id = 0");

        Assert.Contains("another program's", Assert.ThrowsAny<StoreException>(() => SqliteFile.Open(File, Format)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_openers_of_a_new_file_agree_on_one_schema()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteFile.Open(File, Format))));

        foreach (var database in opened)
        {
            Assert.Equal("0", Ask(database, "SELECT count(*) FROM bottles"));
            await database.DisposeAsync();
        }
    }

    private static string? Ask(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
