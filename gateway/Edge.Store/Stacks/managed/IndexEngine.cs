using Edge.Store.Segments;
using LiteDB;
using LiteDB.Engine;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Stacks;

/// <summary>
/// LiteDB over an index's two files. An operation that fails in the file system ends LiteDB's engine; the next one gets another, over the same files. Its log is
/// written through to the device page by page, so that a transaction's last page, by which it counts, is behind all others.
/// </summary>
internal sealed class IndexEngine : IDisposable
{
    // "ED", and the format's version.
    private const int Application = 0x4544_0000;
    private const int Version = 1;
    private const string UserVersion = "USER_VERSION";
    private const string CheckpointPages = "CHECKPOINT";

    private readonly string _path;
    private readonly bool _write;
    private readonly Action _wrote;
    private readonly SafeFileHandle _data;
    private readonly SafeFileHandle? _log;
    private FirstFailure? _writes;
    private LiteEngine? _engine;

    /// <param name="wrote">Told when LiteDB, begun again after a failure, may have cut what that left of the files.</param>
    /// <exception cref="StoreException">It cannot be opened, is of another format, or is damaged (<see cref="LogDamagedException"/>).</exception>
    public IndexEngine(string path, bool write, Action wrote)
    {
        (_path, _write, _wrote) = (path, write, wrote);
        try
        {
            _data = Open(path, FileOptions.None);
            _log = write || File.Exists(path + "-wal") ? Open(path + "-wal", FileOptions.WriteThrough) : null;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            _data?.Dispose();
            throw LiteFailure.From(failure, path);
        }

        try
        {
            if (Run(Recognise))
                TryEmptyLog();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes of the log, which hold what is not in the database yet.</summary>
    public long LogLength => _log is null ? 0 : RandomAccess.GetLength(_log);

    /// <summary>Asks or changes something.</summary>
    /// <exception cref="StoreException">It failed; of damage, a <see cref="LogDamagedException"/>.</exception>
    public T Run<T>(Func<LiteEngine, T> work)
    {
        try
        {
            var answer = work(_engine ??= Start());
            _writes?.Throw();
            return answer;
        }
        catch (Exception failure) when (failure is not StoreException || _writes is { IsThere: true })
        {
            _engine?.Dispose();
            _engine = null;
            // A page that the device does not take is no damage: what was written before is still there.
            throw _writes?.Found is { } refused ? FileFailure.From(refused, _path) : LiteFailure.From(failure, _path);
        }
    }

    /// <inheritdoc cref="LogIndex.Sync"/>
    public void Sync()
    {
        try
        {
            FileBytes.Sync(_log!);
            FileBytes.Sync(_data);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, _path);
        }
    }

    /// <summary>Copies all of it into a new file, durably.</summary>
    /// <exception cref="StoreException">It could not be written, or not be read.</exception>
    public void CopyTo(string path)
    {
        Run(engine => engine.Checkpoint());
        try
        {
            using var copy = FileBytes.CreateAnew(path);
            var some = new byte[1 << 16];
            for (long at = 0; FileBytes.Read(_data, some, at) is > 0 and var read; at += read)
                FileBytes.Write(copy, some.AsSpan(0, read), at);
            FileBytes.Sync(copy);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, path);
        }
    }

    /// <summary>Looks at all pages that are not in the log.</summary>
    /// <exception cref="LogDamagedException">One is not what was written.</exception>
    public void CheckPages() => Run(_ =>
    {
        var (data, log) = (new PageFile(_data), LoggedPages.Of(_log));
        for (var number = 0L; number < data.Count; number++)
        {
            if (!log.Has(number) && !data.TryRead(number))
                throw new DamagedPageException(number);
        }

        return true;
    });

    /// <summary>Moves all documents into the database itself.</summary>
    /// <returns>Whether the log is empty.</returns>
    public bool TryEmptyLog()
    {
        try
        {
            Run(engine => engine.Checkpoint());
            return LogLength == 0;
        }
        catch (StoreException)
        {
            // Tried again when there is room.
            return false;
        }
    }

    public void Dispose()
    {
        _engine?.Dispose();
        _data.Dispose();
        _log?.Dispose();
    }

    private SafeFileHandle Open(string path, FileOptions options) =>
        File.OpenHandle(path, _write ? FileMode.OpenOrCreate : FileMode.Open, _write ? FileAccess.ReadWrite : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, options);

    private LiteEngine Start()
    {
        _writes = _write ? new FirstFailure() : null;
        var isNew = RandomAccess.GetLength(_data) == 0 && LogLength == 0 && _write;
        var logged = LoggedPages.Of(_log);
        var database = IndexStream.Database(new PageFile(_data), _writes, logged);
        if (!isNew && database.Length == 0)
            throw new LogDamagedException($"{_path}: this is not a database file, or its header is damaged.");
        var engine = new LiteEngine(new EngineSettings
        {
            DataStream = database,
            LogStream = _log is null ? new MemoryStream() : IndexStream.Log(new PageFile(_log), _writes, logged),
            TempStream = new MemoryStream(),
            ReadOnly = !_write,
            Collation = isNew ? Collation.Binary : null,
        });
        _wrote();
        return engine;
    }

    /// <returns>Whether it was new.</returns>
    private bool Recognise(LiteEngine engine)
    {
        var found = engine.Pragma(UserVersion).AsInt32;
        if (found == 0 && _write && !engine.GetCollectionNames().Any())
        {
            // Never by itself: a reader tells by the log's length that something was written.
            engine.Pragma(CheckpointPages, 0);
            engine.EnsureIndex(IndexRows.Segments, IndexRows.First, BsonExpression.Create("$." + IndexRows.First), unique: false);
            engine.Pragma(UserVersion, Application | Version);
            return true;
        }

        if ((found & ~0xFFFF) != Application)
            throw new WrongFormatException($"{_path} is not a gateway log's index (its user version is {found:x8}). Name another file.");
        if ((found & 0xFFFF) > Version)
            throw new WrongFormatException($"{_path} is a gateway log's index of version {found & 0xFFFF}; this program knows versions up to {Version}. Install a newer program; the file was not touched.");
        return false;
    }
}
