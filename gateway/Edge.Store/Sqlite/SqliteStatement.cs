using SQLitePCL;

namespace Edge.Store.Sqlite;

/// <summary>A statement prepared once and run many times, without allocating. Not thread-safe, like its connection.</summary>
public sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly string _file;

    /// <summary>Prepares one statement.</summary>
    /// <exception cref="StoreException">The database refuses the statement.</exception>
    public SqliteStatement(sqlite3 database, string sql, string file)
    {
        _database = database;
        _file = file;
        if (raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement) != raw.SQLITE_OK)
            throw SqliteFailure.From(_database, _file);
    }

    /// <summary>Binds an integer to the parameter at <paramref name="position"/> (from 1). Values up to 2^63-1.</summary>
    public SqliteStatement Bind(int position, ulong value)
    {
        Check(raw.sqlite3_bind_int64(_statement, position, checked((long)value)));
        return this;
    }

    /// <summary>Binds bytes; SQLite copies them.</summary>
    public SqliteStatement Bind(int position, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, position, value));
        return this;
    }

    /// <summary>Binds text.</summary>
    public SqliteStatement Bind(int position, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, position, value));
        return this;
    }

    /// <summary>True if there is a row to read; false at the end, and then the statement is ready for its next run.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE)
        {
            Reset();
            return false;
        }
        var failure = SqliteFailure.From(_database, _file);
        Reset();
        throw failure;
    }

    /// <summary>Runs a statement that returns no row.</summary>
    public void Run()
    {
        while (Step()) { }
    }

    /// <summary>An integer of the current row, columns from 0.</summary>
    public ulong Number(int column) => (ulong)raw.sqlite3_column_int64(_statement, column);

    /// <summary>Whether the current row's column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>Bytes of the current row; valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Ends the current run and forgets the bound bytes.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw SqliteFailure.From(_database, _file);
    }
}
