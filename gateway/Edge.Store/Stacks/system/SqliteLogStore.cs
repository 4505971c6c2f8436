using System.Globalization;
using Edge.Store.Log;
using Edge.Store.Sqlite;

namespace Edge.Store.Stacks;

/// <summary>Writes a log kept in SQLite.</summary>
/// <remarks>
/// System calls of one commit (strace -e trace=pwrite64,fdatasync): pwrite64 of the changed pages to the -wal file, then fdatasync of it, once.
/// A crash before the fdatasync returned leaves a write-ahead log whose last frames have no valid commit mark: the next open ignores them, the group never was.
/// A crash after it leaves the whole group. Copying pages back into the main file (every 1,000 pages) syncs that file before the log is reused.
/// </remarks>
internal sealed class SqliteLogStore : SqliteLogReader, ILogStore
{
    private readonly SqliteStatement _begin, _commit, _rollback, _addEntries, _addTile, _addCheckpoint, _addBlock, _putReceipt, _putState, _evict, _firstCut;

    private readonly IDisposable _ownership;
    private readonly OpenedFile _file;

    /// <param name="path">The database file.</param>
    /// <param name="ownership">What makes this process the writer; disposed last.</param>
    public SqliteLogStore(string path, IDisposable ownership)
        : base(path, SqliteFile.Open(path, SqliteLogFormat.V1))
    {
        _ownership = ownership;
        _file = new OpenedFile(Name);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _addEntries = Prepare("INSERT INTO entries (first, count, crc, bundle) VALUES (?, ?, ?, ?)");
        _addTile = Prepare("INSERT INTO tiles (id, hashes) VALUES (?, ?)");
        _addCheckpoint = Prepare("INSERT INTO checkpoints (size, note) VALUES (?, ?)");
        _addBlock = Prepare("INSERT OR IGNORE INTO blocks (hash, block) VALUES (?, ?)");
        _putReceipt = Prepare("INSERT INTO receipts (size, receipt) VALUES (?, ?) ON CONFLICT (size) DO UPDATE SET receipt = excluded.receipt");
        _putState = Prepare("INSERT INTO state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        _firstCut = Prepare("SELECT first FROM entries ORDER BY first LIMIT 1 OFFSET 1");
        _evict = Prepare("DELETE FROM entries WHERE first < (SELECT max(first) FROM entries WHERE first <= ?)");
    }

    public IReadOnlyList<StoreDamage> Damage => [];

    public ulong? FirstCut
    {
        get
        {
            ulong? cut = _firstCut.Step() ? _firstCut.Number(0) : null;
            _firstCut.Reset();
            return cut;
        }
    }

    public void Commit(in LogCommit commit)
    {
        _file.RequireInPlace();
        _begin.Run();
        try
        {
            var size = Extent.Size;
            if (commit.FirstIndex != size)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"{Name}: a group beginning at {commit.FirstIndex} cannot follow {size} entries."));
            Insert(commit);
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void PutReceipt(ulong size, ReadOnlySpan<byte> receipt)
    {
        _file.RequireInPlace();
        _putReceipt.Bind(1, size).Bind(2, receipt).Run();
    }

    public void PutState(string key, ReadOnlySpan<byte> value)
    {
        _file.RequireInPlace();
        _putState.Bind(1, key).Bind(2, value).Run();
    }

    public void Evict(ulong belowIndex) => _evict.Bind(1, belowIndex).Run();

    public override void Dispose()
    {
        base.Dispose();
        _ownership.Dispose();
    }

    private void Insert(in LogCommit commit)
    {
        var entries = commit.Entries;
        if (entries.Count > 0)
            _addEntries.Bind(1, commit.FirstIndex).Bind(2, (ulong)entries.Count).Bind(3, Crc32C.Compute(entries.Bundle)).Bind(4, entries.Bundle).Run();
        for (var tile = 0; tile < commit.Tiles.Count; tile++)
        {
            var (level, index) = commit.Tiles.Place(tile);
            _addTile.Bind(1, SqliteLogFormat.TileId(level, index)).Bind(2, commit.Tiles.Bytes(tile)).Run();
        }
        if (!commit.Block.IsEmpty)
            _addBlock.Bind(1, commit.BlockHash.Bytes).Bind(2, commit.Block).Run();
        if (!commit.Checkpoint.IsEmpty)
            InsertCheckpoint(commit.Size, commit.Checkpoint);
    }

    private void InsertCheckpoint(ulong size, ReadOnlySpan<byte> note)
    {
        if (FindCheckpoint(size) is { } known && known.Size == size)
        {
            if (note.SequenceEqual(known.Bytes))
                return;
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"{Name}: another checkpoint over {size} entries was already announced; it is never replaced."));
        }
        _addCheckpoint.Bind(1, size).Bind(2, note).Run();
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (StoreException)
        {
            // SQLite has already rolled back by itself (disk full, input/output error); the first failure is the one to report.
        }
    }
}
