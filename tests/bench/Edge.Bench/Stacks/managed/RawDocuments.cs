using System.Security.Cryptography;
using Edge.Bench.Ingest;
using Edge.Store.Log;
using LiteDB;
using LiteDB.Engine;

namespace Edge.Bench.Stacks;

/// <summary>
/// The same bytes in LiteDB, as a log in it would be: the entries of a transaction are one document with a digest, its log is written through to the device, and copied
/// into the database when it is longer than 4 MiB.
/// </summary>
internal sealed class RawDocuments : IRawLog
{
    private const string Collection = "bundles";
    private const long CheckpointAt = 4 << 20;

    private readonly FileStream _database, _log;
    private readonly LiteEngine _engine;
    private long _next;

    public RawDocuments(string file)
    {
        _database = Open(file, FileOptions.None);
        _log = Open(file + "-wal", FileOptions.WriteThrough);
        _engine = new LiteEngine(new EngineSettings { DataStream = _database, LogStream = _log, TempStream = new MemoryStream() });
        _engine.Pragma("CHECKPOINT", 0);
    }

    public void Insert(EntryBatch entries, int count, int perCommit)
    {
        for (var done = 0; done < count; done += perCommit)
        {
            var some = Math.Min(perCommit, count - done);
            var bundle = entries.Part(done, some).ToArray();
            _engine.BeginTrans();
            _engine.Insert(Collection, [new BsonDocument { ["_id"] = _next, ["count"] = some, ["entries"] = bundle, ["digest"] = SHA256.HashData(bundle) }], BsonAutoId.Int64);
            _engine.Commit();
            _next += some;
            if (_log.Length > CheckpointAt)
                _engine.Checkpoint();
        }
    }

    public void Dispose()
    {
        _engine.Dispose();
        _database.Dispose();
        _log.Dispose();
    }

    private static FileStream Open(string file, FileOptions options) => new(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, options);
}
