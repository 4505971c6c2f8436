using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Segments;
using LiteDB;

namespace Edge.Store.Stacks;

/// <summary>
/// Finds in closed segments, and keeps what outlives them: checkpoints, receipts, blocks, state. Kept in LiteDB (<see cref="IndexEngine"/>): a power cut may take the
/// newest documents, and what is missing, or damaged, is made again from the segments at the next start.
/// </summary>
/// <remarks>
/// LiteDB lets no other process read beside a writer. A reader therefore opens the files as they are and looks after each answer whether they still are
/// (<see cref="IsAsFound"/>): the writer changes them once in a segment, and its log, which it never empties in the same breath, grows with each change.
/// </remarks>
internal sealed class LogIndex : IDisposable
{
    /// <summary>Whose index this is.</summary>
    public const string Stack = "managed";

    /// <summary>The log is copied into the database when it is longer, before something is written.</summary>
    private const long CheckpointAt = 256 << 10;

    private readonly string _path;
    private readonly FoundFiles? _found;
    private readonly IndexEngine _engine;
    private readonly IndexFiles _files;
    private readonly DamageMark _mark;
    private bool _ended;

    /// <param name="found">Null for the writer.</param>
    private LogIndex(string path, FoundFiles? found)
    {
        (_path, _found) = (path, found);
        _mark = new DamageMark(path, found is null);
        _files = new IndexFiles(path);
        _engine = new IndexEngine(path, found is null, _files.Wrote);
        _files.Wrote();
    }

    /// <exception cref="StoreException">It cannot be opened, is of a newer version, or is damaged (<see cref="LogDamagedException"/>).</exception>
    public static LogIndex OpenToWrite(string path) => new(path, found: null);

    /// <summary>Opens it beside its writer.</summary>
    /// <inheritdoc cref="OpenToWrite" path="/exception"/>
    public static LogIndex OpenToRead(string path)
    {
        while (true)
        {
            var found = new FoundFiles(path);
            try
            {
                return new LogIndex(path, found);
            }
            catch (StoreException) when (!found.Hold)
            {
                // A writer came meanwhile.
            }
        }
    }

    /// <summary>False when a writer has changed the files a reader has open: what was read before this was asked, and whatever is read later, may be anything.</summary>
    public bool IsAsFound => _found?.Hold != false;

    /// <summary>
    /// Looks through all of it, the checksum of each document, while it is small or when damage was met since; otherwise through what a log goes on from:
    /// its state and the newest documents. Damage in the others is met when they are read.
    /// </summary>
    /// <param name="wholeUpTo">Bytes of an index that is always looked through.</param>
    /// <exception cref="LogDamagedException">It is damaged.</exception>
    public void Check(long wholeUpTo)
    {
        const int newest = 64;
        var whole = _mark.IsThere || new FileInfo(_path).Length <= wholeUpTo;
        var some = whole ? int.MaxValue : newest;
        if (whole)
            CheckPages();
        Check(IndexRows.Checkpoints, some, IndexRows.Sized);
        Check(IndexRows.Receipts, some, IndexRows.Sized);
        Check(IndexRows.Blocks, some, row => IndexRows.Keyed(row));
        Check(IndexRows.State, int.MaxValue, row => IndexRows.Keyed(row));
        Check(IndexRows.Segments, some, IndexRows.Segment);
        if (whole)
            _mark.Remove();
    }

    /// <summary>The closed segment with the smallest number that is not below the given one.</summary>
    public IndexedSegment? SegmentFrom(uint number) => Find(IndexRows.Segments, IndexRows.Segment, From(number));

    /// <summary>The number of the newest closed segment; 0 if there is none.</summary>
    public uint NewestSegment() => Find(IndexRows.Segments, IndexRows.Segment, Newest())?.Number ?? 0;

    /// <summary>The closed segment in whose range an entry is.</summary>
    public IndexedSegment? SegmentOf(ulong index)
    {
        var query = new Query { OrderBy = IndexRows.First, Order = Query.Descending, Limit = 1, Where = { BsonExpression.Create("first <= @0", (long)Math.Min(index, long.MaxValue)), BsonExpression.Create("next > first") } };
        return Find(IndexRows.Segments, IndexRows.Segment, query) is { } found && index < found.Next ? found : null;
    }

    public SizedRecord? FindCheckpoint(ulong atLeast) => FindSized(IndexRows.Checkpoints, From(atLeast));

    public SizedRecord? NewestCheckpoint() => FindSized(IndexRows.Checkpoints, Newest());

    public SizedRecord? FindReceipt(ulong atLeast) => FindSized(IndexRows.Receipts, From(atLeast));

    public SizedRecord? NewestReceipt() => FindSized(IndexRows.Receipts, Newest());

    public byte[]? FindBlock(in Hash32 hash) => Find(IndexRows.Blocks, IndexRows.Keyed, Is(hash.Bytes.ToArray()));

    public byte[]? ReadState(string key) => Find(IndexRows.State, IndexRows.Keyed, Is(IndexRows.Key(key)));

    /// <summary>Of which evictions it was told that they are lost to it.</summary>
    public KeptFrom Told => ReadState(KeptFrom.ToldKey) is { Length: KeptFrom.Length } bytes ? KeptFrom.Read(bytes) : default;

    /// <summary>Runs changes as one transaction.</summary>
    public void Write(Action<LogIndexWriter> write)
    {
        try
        {
            if (_engine.LogLength > CheckpointAt)
                CopyLog();
            if (!TryChange(write, out var full) && !(_engine.TryEmptyLog() && TryChange(write, out full)))
                throw full!;
        }
        catch (LogDamagedException)
        {
            Mark();
            throw;
        }
        finally
        {
            _files.Wrote();
        }
    }

    private void CopyLog()
    {
        try
        {
            _engine.Run(engine => engine.Checkpoint());
        }
        catch (StoreUnavailableException)
        {
            // Tried again with the next change; the log grows meanwhile.
        }
    }

    /// <returns>Whether there was room for it. What the log takes is room, once it is copied into the database.</returns>
    private bool TryChange(Action<LogIndexWriter> write, out StoreUnavailableException? full)
    {
        try
        {
            full = null;
            return Change(write);
        }
        catch (StoreUnavailableException failure)
        {
            full = failure;
            return false;
        }
    }

    private bool Change(Action<LogIndexWriter> write) => _engine.Run(engine =>
    {
        engine.BeginTrans();
        try
        {
            write(new LogIndexWriter(engine));
            engine.Commit();
            return true;
        }
        catch (StoreException)
        {
            engine.Rollback();
            throw;
        }
    });

    /// <summary>Makes all documents durable. Needs no room on the disk.</summary>
    /// <exception cref="StoreException">The device failed.</exception>
    public void Sync() => _engine.Sync();

    /// <summary>A writer leaves all documents in the database itself, and no log beside it.</summary>
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        var isEmpty = _found is null && !IsDamaged && _engine.TryEmptyLog() && IsInPlace;
        _engine.Dispose();
        if (!isEmpty)
            return;
        try
        {
            File.Delete(_path + "-wal");
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // An empty one that stays says nothing else than none.
        }
    }

    /// <summary>Whether damage was met in it: the next open makes it again.</summary>
    public bool IsDamaged { get; private set; }

    /// <inheritdoc cref="IndexFiles.AreInPlace"/>
    public bool IsInPlace => _files.AreInPlace;

    /// <inheritdoc cref="IndexFiles.AreWrittenByOthers"/>
    public bool IsWrittenByOthers => _files.AreWrittenByOthers;

    /// <summary>Writes all of it to a new file, durably.</summary>
    /// <exception cref="StoreException">It could not be written, or not be read.</exception>
    public void CopyTo(string path) => _engine.CopyTo(path);

    private static Query From(ulong key) => new() { OrderBy = IndexRows.Id, Limit = 1, Where = { BsonExpression.Create("_id >= @0", (long)Math.Min(key, long.MaxValue)) } };

    private static Query Newest() => new() { OrderBy = IndexRows.Id, Order = Query.Descending, Limit = 1 };

    private static Query Is(byte[] key) => new() { Limit = 1, Where = { BsonExpression.Create("_id = @0", key) } };

    private SizedRecord? FindSized(string collection, Query query) => Find<SizedRecord>(collection, IndexRows.Sized, query);

    private T? Find<T>(string collection, Func<BsonDocument, T?> read, Query query) where T : class
    {
        var row = First(collection, query);
        var found = row is null ? null : read(row);
        Require(row is null || found is not null);
        return found;
    }

    private T? Find<T>(string collection, Func<BsonDocument, T?> read, Query query) where T : struct
    {
        var row = First(collection, query);
        var found = row is null ? null : read(row);
        Require(row is null || found is not null);
        return found;
    }

    private BsonDocument? First(string collection, Query query) => Ask(engine =>
    {
        using var rows = engine.Query(collection, query);
        return rows.Read() ? rows.Current.AsDocument : null;
    });

    private void CheckPages()
    {
        try
        {
            _engine.CheckPages();
        }
        catch (LogDamagedException)
        {
            Mark();
            throw;
        }
    }

    private void Check<T>(string collection, int newest, Func<BsonDocument, T?> read) => Ask(engine =>
    {
        using var rows = engine.Query(collection, new Query { OrderBy = IndexRows.Id, Order = Query.Descending, Limit = newest });
        while (rows.Read())
            Require(read(rows.Current.AsDocument) is not null);
        return true;
    });

    private T Ask<T>(Func<LiteDB.Engine.LiteEngine, T> ask)
    {
        try
        {
            return _engine.Run(ask);
        }
        catch (LogDamagedException)
        {
            Mark();
            throw;
        }
    }

    private void Require(bool isRight)
    {
        if (isRight)
            return;
        Mark();
        throw new LogDamagedException($"{_path}: a row is not what was written (checksum). It is made again from the segments at the next start.");
    }

    private void Mark()
    {
        IsDamaged = true;
        _mark.Write();
    }
}
