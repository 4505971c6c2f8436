using System.Buffers.Binary;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Edge.Store.Stacks;

/// <summary>
/// Finds in closed segments, and keeps what outlives them: checkpoints, receipts, blocks, state. Kept in SQLite with <c>synchronous=NORMAL</c>: a power cut may
/// take the newest rows, never damage it, and what is missing is made again from the segments at the next start.
/// </summary>
internal sealed class LogIndex : IDisposable
{
    /// <summary>Whose index this is.</summary>
    public const string Stack = "system";

    private readonly string _path;
    private readonly IndexAtRest? _atRest;
    private readonly IndexFiles _files;
    private readonly DamageMark _mark;
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _database;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStatement _segment, _segmentOf, _newest, _findCheckpoint, _newestCheckpoint, _findReceipt, _newestReceipt, _block, _state;

    private LogIndex(string path, SqliteConnection connection, bool write, IndexAtRest? atRest)
    {
        _path = path;
        _atRest = atRest;
        _mark = new DamageMark(path, write);
        _connection = connection;
        _database = connection.Handle!;
        const string segment = "SELECT number, first, next, bytes, frames, crc FROM segments ";
        _segment = Prepare(segment + "WHERE number >= ? ORDER BY number LIMIT 1");
        _segmentOf = Prepare(segment + "WHERE first <= ? AND next > first ORDER BY first DESC LIMIT 1");
        _newest = Prepare("SELECT number FROM segments ORDER BY number DESC LIMIT 1");
        _findCheckpoint = Prepare("SELECT size, note, crc FROM checkpoints WHERE size >= ? ORDER BY size LIMIT 1");
        _newestCheckpoint = Prepare("SELECT size, note, crc FROM checkpoints ORDER BY size DESC LIMIT 1");
        _findReceipt = Prepare("SELECT size, receipt, crc FROM receipts WHERE size >= ? ORDER BY size LIMIT 1");
        _newestReceipt = Prepare("SELECT size, receipt, crc FROM receipts ORDER BY size DESC LIMIT 1");
        _block = Prepare("SELECT block, crc FROM blocks WHERE hash = ?");
        _state = Prepare("SELECT value, crc FROM state WHERE key = ?");
        _files = new IndexFiles(path, path + "-shm");
    }

    /// <exception cref="StoreException">It cannot be opened, is of a newer version, or is damaged (<see cref="LogDamagedException"/>).</exception>
    public static LogIndex OpenToWrite(string path)
    {
        var index = Open(path, SqliteFile.Open(path, LogIndexFormat.V1), write: true, atRest: null);
        try
        {
            index.Run("PRAGMA synchronous = NORMAL");
            index._files.Wrote();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Opens it beside its writer, or as a file at rest while it has none (<see cref="IsAsFound"/>).</summary>
    /// <inheritdoc cref="OpenToWrite" path="/exception"/>
    public static LogIndex OpenToRead(string path)
    {
        while (IndexAtRest.Of(path) is { } atRest)
        {
            try
            {
                return Open(path, SqliteFile.OpenAtRest(path, LogIndexFormat.V1), write: false, atRest);
            }
            catch (StoreException) when (!atRest.Holds)
            {
                // A writer came meanwhile.
            }
        }

        return Open(path, SqliteFile.OpenReadOnly(path, LogIndexFormat.V1), write: false, atRest: null);
    }

    private static LogIndex Open(string path, SqliteConnection connection, bool write, IndexAtRest? atRest)
    {
        try
        {
            return new LogIndex(path, connection, write, atRest);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>False when it was opened as a file at rest and a writer has come: what was read before this was asked, and whatever is read later, may be anything.</summary>
    public bool IsAsFound => _atRest?.Holds != false;

    /// <summary>
    /// Looks through all of it, its pages and the checksum of each row, while it is small or when damage was met since; otherwise through what a log goes on from:
    /// its state and the newest rows. Damage in the others is met when they are read.
    /// </summary>
    /// <param name="wholeUpTo">Bytes of an index that is always looked through.</param>
    /// <exception cref="LogDamagedException">It is damaged.</exception>
    public void Check(long wholeUpTo)
    {
        const string newest = " ORDER BY rowid DESC LIMIT 64";
        if (!_mark.IsThere && new FileInfo(_path).Length > wholeUpTo)
        {
            CheckRows(newest);
            return;
        }

        SqliteFile.Check(_connection, _path, "It is made again from the segments.");
        CheckRows("");
        _mark.Remove();
    }

    private void CheckRows(string some)
    {
        CheckRows("SELECT size, note, crc FROM checkpoints" + some, q => RowChecksum.Of(q.Number(0), q.Bytes(1)), 2);
        CheckRows("SELECT size, receipt, crc FROM receipts" + some, q => RowChecksum.Of(q.Number(0), q.Bytes(1)), 2);
        CheckRows("SELECT hash, block, crc FROM blocks" + some, q => RowChecksum.Of(q.Bytes(0), q.Bytes(1)), 2);
        CheckRows("SELECT CAST(key AS BLOB), value, crc FROM state", q => RowChecksum.Of(q.Bytes(0), q.Bytes(1)), 2);
        CheckRows("SELECT number, first, next, bytes, frames, crc FROM segments" + some, q => Segment(q).Checksum, 5);
    }

    /// <summary>The closed segment with the smallest number that is not below the given one.</summary>
    public IndexedSegment? SegmentFrom(uint number) => ReadSegment(_segment.Bind(1, number));

    /// <summary>The number of the newest closed segment; 0 if there is none.</summary>
    public uint NewestSegment()
    {
        var number = Step(_newest) ? (uint)_newest.Number(0) : 0;
        _newest.Reset();
        return number;
    }

    /// <summary>The closed segment in whose range an entry is.</summary>
    public IndexedSegment? SegmentOf(ulong index) => ReadSegment(_segmentOf.Bind(1, index)) is { } found && index < found.Next ? found : null;

    public SizedRecord? FindCheckpoint(ulong atLeast) => ReadSized(_findCheckpoint.Bind(1, atLeast));

    public SizedRecord? NewestCheckpoint() => ReadSized(_newestCheckpoint);

    public SizedRecord? FindReceipt(ulong atLeast) => ReadSized(_findReceipt.Bind(1, atLeast));

    public SizedRecord? NewestReceipt() => ReadSized(_newestReceipt);

    public byte[]? FindBlock(in Hash32 hash) => ReadBytes(_block.Bind(1, hash.Bytes), hash.Bytes);

    public byte[]? ReadState(string key) => ReadBytes(_state.Bind(1, key), Encoding.UTF8.GetBytes(key));

    /// <summary>Of which evictions it was told that they are lost to it.</summary>
    public KeptFrom Told => ReadState(KeptFrom.ToldKey) is { Length: KeptFrom.Length } bytes ? KeptFrom.Read(bytes) : default;

    /// <summary>Runs statements as one transaction.</summary>
    public void Write(Action<LogIndexWriter> write)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            using (var writer = new LogIndexWriter(sql => new SqliteStatement(_database, sql, _path)))
                write(writer);
            Run("COMMIT");
        }
        catch (Exception failure)
        {
            if (failure is LogDamagedException)
                Mark();
            // SQLite may have rolled back by itself (disk full); the first failure is the one to report.
            _ = raw.sqlite3_exec(_database, "ROLLBACK");
            throw;
        }
        finally
        {
            _files.Wrote();
        }
    }

    /// <summary>Makes all rows durable. Needs no room on the disk.</summary>
    /// <exception cref="StoreException">The device failed.</exception>
    public void Sync()
    {
        var log = _path + "-wal";
        try
        {
            // SQLite locks the database and the -shm, never the -wal: closing this takes no lock away.
            using var file = FileBytes.OpenRead(log);
            FileBytes.Sync(file);
        }
        catch (FileNotFoundException)
        {
            // Someone removed it under this process, which still has it open: its rows go into the database itself, which is synced then.
            Run("PRAGMA wal_checkpoint(FULL)");
            _files.Wrote();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, log);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>Whether damage was met in it: the next open makes it again.</summary>
    public bool IsDamaged { get; private set; }

    /// <inheritdoc cref="IndexFiles.AreInPlace"/>
    public bool IsInPlace => _files.AreInPlace;

    /// <inheritdoc cref="IndexFiles.AreWrittenByOthers"/>
    public bool IsWrittenByOthers => _files.AreWrittenByOthers;

    /// <summary>Writes all of it to a new file, durably.</summary>
    /// <exception cref="StoreException">It could not be written, or not be read.</exception>
    public void CopyTo(string path)
    {
        try
        {
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            copy.Open();
            _connection.BackupDatabase(copy);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.From(failure, path);
        }
    }

    private void Mark()
    {
        IsDamaged = true;
        _mark.Write();
    }

    private void Run(string sql)
    {
        using var statement = new SqliteStatement(_database, sql, _path);
        statement.Run();
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_database, sql, _path);
        _statements.Add(statement);
        return statement;
    }

    private void CheckRows(string sql, Func<SqliteStatement, uint> checksum, int crc)
    {
        using var query = new SqliteStatement(_database, sql, _path);
        while (query.Step())
            Require(checksum(query) == query.Number(crc));
    }

    private void Require(bool isRight)
    {
        if (isRight)
            return;
        Mark();
        throw new LogDamagedException($"{_path}: a row is not what was written (checksum). It is made again from the segments at the next start.");
    }

    private bool Step(SqliteStatement query)
    {
        try
        {
            return query.Step();
        }
        catch (LogDamagedException)
        {
            Mark();
            throw;
        }
    }

    private static IndexedSegment Segment(SqliteStatement row) =>
        new((uint)row.Number(0), row.Number(1), row.Number(2), (uint)row.Number(3), row.Bytes(4).ToArray());

    private IndexedSegment? ReadSegment(SqliteStatement query)
    {
        if (!Step(query))
            return null;
        try
        {
            var segment = Segment(query);
            Require(segment.Checksum == query.Number(5));
            return segment;
        }
        finally
        {
            query.Reset();
        }
    }

    private SizedRecord? ReadSized(SqliteStatement query)
    {
        if (!Step(query))
            return null;
        try
        {
            Require(RowChecksum.Of(query.Number(0), query.Bytes(1)) == query.Number(2));
            return new SizedRecord(query.Number(0), query.Bytes(1).ToArray());
        }
        finally
        {
            query.Reset();
        }
    }

    private byte[]? ReadBytes(SqliteStatement query, ReadOnlySpan<byte> key)
    {
        if (!Step(query))
            return null;
        try
        {
            Require(RowChecksum.Of(key, query.Bytes(0)) == query.Number(1));
            return query.Bytes(0).ToArray();
        }
        finally
        {
            query.Reset();
        }
    }
}
