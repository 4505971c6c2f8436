using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Edge.Store.Stacks;

/// <summary>Reads a log kept in SQLite. Each call is one read transaction, so that a reader never holds the write-ahead log back.</summary>
internal class SqliteLogReader : ILogReader
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStatement _extent, _bundle, _tile, _findCheckpoint, _newestCheckpoint, _findReceipt, _newestReceipt, _block, _state;

    public SqliteLogReader(string path)
        : this(path, SqliteFile.OpenReadOnly(path, SqliteLogFormat.V1))
    {
    }

    protected SqliteLogReader(string path, SqliteConnection connection)
    {
        Name = Path.GetFullPath(path);
        _connection = connection;
        Database = connection.Handle!;
        _extent = Prepare("SELECT (SELECT min(first) FROM entries), (SELECT first + count FROM entries ORDER BY first DESC LIMIT 1)");
        _bundle = Prepare("SELECT first, count, crc, bundle FROM entries WHERE first <= ? ORDER BY first DESC LIMIT 1");
        _tile = Prepare("SELECT hashes FROM tiles WHERE id = ?");
        _findCheckpoint = Prepare("SELECT size, note FROM checkpoints WHERE size >= ? ORDER BY size LIMIT 1");
        _newestCheckpoint = Prepare("SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1");
        _findReceipt = Prepare("SELECT size, receipt FROM receipts WHERE size >= ? ORDER BY size LIMIT 1");
        _newestReceipt = Prepare("SELECT size, receipt FROM receipts ORDER BY size DESC LIMIT 1");
        _block = Prepare("SELECT block FROM blocks WHERE hash = ?");
        _state = Prepare("SELECT value FROM state WHERE key = ?");
    }

    public string Name { get; }

    protected sqlite3 Database { get; }

    public LogExtent Extent
    {
        get
        {
            _extent.Step();
            var extent = _extent.IsNull(0) ? default : new LogExtent(_extent.Number(0), _extent.Number(1));
            _extent.Reset();
            return extent;
        }
    }

    public StoreUsage Usage
    {
        get
        {
            var wal = LengthOf(Name + "-wal");
            return new StoreUsage(LengthOf(Name) + wal + LengthOf(Name + "-shm"), wal, new DriveInfo(Path.GetDirectoryName(Name)!).AvailableFreeSpace);
        }
    }

    public bool TryReadBundle(ulong index, EntryBatch into, out ulong first)
    {
        into.Clear();
        first = 0;
        if (!_bundle.Bind(1, index).Step())
            return false;
        try
        {
            first = _bundle.Number(0);
            var count = _bundle.Number(1);
            if (index - first >= count)
                return false;
            var bundle = _bundle.Bytes(3);
            if (Crc32C.Compute(bundle) != _bundle.Number(2) || count > int.MaxValue || !into.TryLoad(bundle, (int)count))
                throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture,
                    $"{Name}: the entries {first} to {first + count - 1} are not what was written (checksum or lengths)."), first);
            return true;
        }
        finally
        {
            _bundle.Reset();
        }
    }

    public bool TryReadTile(int level, ulong index, Span<Hash32> into)
    {
        if (!_tile.Bind(1, SqliteLogFormat.TileId(level, index)).Step())
            return false;
        try
        {
            var hashes = _tile.Bytes(0);
            if (hashes.Length != TileBatch.Width * Hash32.Size)
                throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture,
                    $"{Name}: tile {index} of level {level} has {hashes.Length} bytes."), (index << (TileBatch.Height * (level + 1))));
            hashes.CopyTo(MemoryMarshal.AsBytes(into));
            return true;
        }
        finally
        {
            _tile.Reset();
        }
    }

    public SizedRecord? FindCheckpoint(ulong atLeast) => ReadSized(_findCheckpoint.Bind(1, atLeast));

    public SizedRecord? NewestCheckpoint() => ReadSized(_newestCheckpoint);

    public SizedRecord? FindReceipt(ulong atLeast) => ReadSized(_findReceipt.Bind(1, atLeast));

    public SizedRecord? NewestReceipt() => ReadSized(_newestReceipt);

    public byte[]? FindBlock(in Hash32 hash) => ReadBytes(_block.Bind(1, hash.Bytes));

    public byte[]? ReadState(string key) => ReadBytes(_state.Bind(1, key));

    public virtual void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    protected SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(Database, sql, Name);
        _statements.Add(statement);
        return statement;
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static SizedRecord? ReadSized(SqliteStatement query)
    {
        if (!query.Step())
            return null;
        var record = new SizedRecord(query.Number(0), query.Bytes(1).ToArray());
        query.Reset();
        return record;
    }

    private static byte[]? ReadBytes(SqliteStatement query)
    {
        if (!query.Step())
            return null;
        var bytes = query.Bytes(0).ToArray();
        query.Reset();
        return bytes;
    }
}
