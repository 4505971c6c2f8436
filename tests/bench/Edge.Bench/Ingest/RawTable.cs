using Edge.Store.Log;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Edge.Bench.Ingest;

/// <summary>The same bytes in a plain SQLite table, one row each: the same library, WAL and <c>synchronous=FULL</c>, prepared statements, nothing else.</summary>
internal sealed class RawTable : IRawLog
{
    private static readonly SqliteFormat Format = new("benchmark table", 0x42454E43, 1, "CREATE TABLE entries (id INTEGER PRIMARY KEY, entry BLOB NOT NULL)");

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin, _insert, _commit;
    private ulong _next;

    public RawTable(string file)
    {
        _connection = SqliteFile.Open(file, Format);
        _begin = new SqliteStatement(_connection.Handle!, "BEGIN IMMEDIATE", file);
        _insert = new SqliteStatement(_connection.Handle!, "INSERT INTO entries (id, entry) VALUES (?, ?)", file);
        _commit = new SqliteStatement(_connection.Handle!, "COMMIT", file);
    }

    public void Insert(EntryBatch entries, int count, int perCommit)
    {
        for (var done = 0; done < count; done += perCommit)
        {
            _begin.Run();
            for (var i = done; i < Math.Min(done + perCommit, count); i++)
                _insert.Bind(1, _next++).Bind(2, entries[i]).Run();
            _commit.Run();
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _commit.Dispose();
        _connection.Dispose();
    }
}
